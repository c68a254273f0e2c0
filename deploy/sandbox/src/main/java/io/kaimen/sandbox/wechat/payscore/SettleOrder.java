package io.kaimen.sandbox.wechat.payscore;

import io.kaimen.sandbox.time.BeijingTime;
import io.kaimen.sandbox.time.PlatformClock;
import io.kaimen.sandbox.wechat.Refusal;
import io.kaimen.sandbox.wechat.payscore.order.Bill;
import io.kaimen.sandbox.wechat.payscore.order.Order;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Completes orders, and everything the merchant can do about their money from then on. */
@Component
class SettleOrder {

    private final Orders orders;
    private final Contract contract;
    private final Deductions deductions;
    private final PlatformClock clock;

    SettleOrder(Orders orders, Contract contract, Deductions deductions, PlatformClock clock) {
        this.orders = orders;
        this.contract = contract;
        this.deductions = deductions;
        this.clock = clock;
    }

    /** Completes and sets the deduction going. */
    Order complete(String outOrderNo, Bill bill) {
        Instant now = clock.instant();
        Order order =
                orders.change(
                        outOrderNo,
                        before ->
                                before.complete(
                                        bill,
                                        contract.ceiling(),
                                        now,
                                        () -> deductions.first(outOrderNo, now)));
        deductions.schedule(order);
        return order;
    }

    /** Lowers what is due. */
    Order modify(String outOrderNo, Bill bill) {
        return orders.change(outOrderNo, order -> order.modify(bill));
    }

    /** Takes the merchant's word that the user paid elsewhere. */
    Order sync(String outOrderNo, BeijingTime paidTime) {
        if (BeijingTime.of(clock.instant()).isBefore(paidTime)) {
            throw Refusal.PARAM_ERROR.error("收款成功时间不能晚于当前时间");
        }
        return orders.change(outOrderNo, order -> order.syncPaid(paidTime.instant()));
    }

    /** Tries the deduction again now. */
    Order deductAgain(String outOrderNo) {
        Order order = orders.change(outOrderNo, before -> before.deductAgain(clock.instant()));
        deductions.schedule(order);
        return order;
    }
}
