package io.kaimen.sandbox.wechat.payscore;

import io.kaimen.sandbox.time.PlatformClock;
import io.kaimen.sandbox.wechat.payscore.order.Order;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The user opens the order in WeChat and pays what is due. */
@Component
public class PayOrder {

    private final Orders orders;
    private final PlatformClock clock;

    PayOrder(Orders orders, PlatformClock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** Pays; whatever deduction was to come finds nothing left to do. */
    public Order pay(String outOrderNo) {
        Instant now = clock.instant();
        return orders.change(outOrderNo, order -> order.paid(Numbers.transactionId(now), now));
    }
}
