package io.kaimen.sandbox.wechat.payscore;

import io.kaimen.sandbox.time.PlatformClock;
import io.kaimen.sandbox.wechat.payscore.order.Order;
import org.springframework.stereotype.Component;

/** The user confirms an order on the opened page, if risk control agrees. */
@Component
public class ConfirmOrder {

    private final Orders orders;
    private final RiskControl risk;
    private final PlatformClock clock;

    ConfirmOrder(Orders orders, RiskControl risk, PlatformClock clock) {
        this.orders = orders;
        this.risk = risk;
        this.clock = clock;
    }

    /** Confirms in the name of a person. */
    public Order confirm(String outOrderNo, String openid) {
        return orders.change(
                outOrderNo,
                order -> {
                    Order confirmed = order.confirm(openid, clock.instant());
                    risk.assess(orders.unfinishedOf(openid));
                    return confirmed;
                });
    }
}
