package io.kaimen.order.sale;

import org.springframework.stereotype.Component;

/**
 * Looks at an order that should have moved on by now, and asks whoever should have moved it.
 * Whatever called this may have come late or twice: only what is known here and answered there
 * counts.
 */
@Component
class LookAtOrder {

    private final Orders orders;
    private final AuthoriseOrder authoriseOrder;
    private final CancelOrder cancelOrder;
    private final WatchDoor watchDoor;

    LookAtOrder(
            Orders orders,
            AuthoriseOrder authoriseOrder,
            CancelOrder cancelOrder,
            WatchDoor watchDoor) {
        this.orders = orders;
        this.authoriseOrder = authoriseOrder;
        this.cancelOrder = cancelOrder;
        this.watchDoor = watchDoor;
    }

    /** Looks; no effect on an order that waits for nothing, or is not there. */
    void look(String orderNo) {
        if (!authoriseOrder.isPlaced(orderNo)) {
            return;
        }
        Order order = orders.get(orderNo);
        if (order.awaitsAuthorisation()) {
            authoriseOrder.ask(order);
        } else if (order.cancelCause().isPresent()) {
            cancelOrder.finish(orderNo);
        } else {
            watchDoor.look(order);
        }
    }
}
