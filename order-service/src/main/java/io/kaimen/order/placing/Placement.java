package io.kaimen.order.placing;

import io.kaimen.contracts.account.PurchaseHoldsApi.HoldAnswer;
import io.kaimen.contracts.account.PurchaseHoldsApi.PlaceHold;
import io.kaimen.order.sale.Order;
import io.kaimen.order.sale.Orders;
import org.apache.seata.spring.annotation.GlobalTransactional;
import org.springframework.stereotype.Component;

/**
 * Writes an order here and its purchase hold in account-service: both or neither. Nothing else
 * belongs inside: no other call, no message, no Redis, no row that two shoppers share.
 */
@Component
class Placement {

    /** Above Feign's timeouts, or the coordinator would roll back under a call that may succeed. */
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Orders orders;
    private final PurchaseHolds holds;

    Placement(Orders orders, PurchaseHolds holds) {
        this.orders = orders;
        this.holds = holds;
    }

    /** Another purchase of the shopper has the hold; thrown to roll back. */
    static final class HoldTaken extends RuntimeException {

        private static final long serialVersionUID = 1;

        HoldTaken(String message) {
            super(message);
        }
    }

    /**
     * @throws HoldTaken when account-service knows another running purchase
     * @throws org.springframework.dao.DuplicateKeyException when we do
     */
    @GlobalTransactional(name = "place-order", timeoutMills = TIMEOUT_MILLIS)
    public void place(Order order) {
        orders.add(order);
        HoldAnswer hold = holds.place(new PlaceHold(order.shopperId(), order.orderNo()));
        if (!hold.placed()) {
            throw new HoldTaken(order.orderNo() + ": the hold is with " + hold.runningOrderNo());
        }
    }
}
