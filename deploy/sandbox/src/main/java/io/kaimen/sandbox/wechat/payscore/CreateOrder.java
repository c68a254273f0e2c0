package io.kaimen.sandbox.wechat.payscore;

import io.kaimen.sandbox.time.PlatformClock;
import io.kaimen.sandbox.wechat.payscore.order.Body;
import io.kaimen.sandbox.wechat.payscore.order.Order;
import io.kaimen.sandbox.wechat.payscore.order.Terms;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Creates an order, or answers the one that a repeated call created before. */
@Component
class CreateOrder {

    private final Orders orders;
    private final Contract contract;
    private final RiskControl risk;
    private final PlatformClock clock;

    CreateOrder(Orders orders, Contract contract, RiskControl risk, PlatformClock clock) {
        this.orders = orders;
        this.contract = contract;
        this.risk = risk;
        this.clock = clock;
    }

    Order create(Body body) {
        Instant now = clock.instant();
        Terms terms = Terms.read(body);
        contract.check(terms);
        return orders.create(terms, () -> first(terms, now));
    }

    private Order first(Terms terms, Instant now) {
        terms.timeRange().checkPlan(now);
        String openid = terms.openid();
        if (openid != null) {
            contract.checkAuthorised(openid);
            risk.assess(orders.unfinishedOf(openid));
        }
        return Order.create(Numbers.orderId(now), Numbers.opaque(), Numbers.opaque(), terms, now);
    }
}
