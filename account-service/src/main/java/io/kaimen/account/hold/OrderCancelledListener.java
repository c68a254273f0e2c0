package io.kaimen.account.hold;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.order.OrderCancelled;
import io.kaimen.service.messaging.MessageHandler;
import org.springframework.stereotype.Component;

/** An order that ended without a sale frees its shopper. */
@Component
class OrderCancelledListener implements MessageHandler<OrderCancelled> {

    private final PurchaseHolds holds;

    OrderCancelledListener(PurchaseHolds holds) {
        this.holds = holds;
    }

    @Override
    public Topic topic() {
        return Topic.ORDER_CANCELLED;
    }

    @Override
    public void handle(Envelope<OrderCancelled> message) {
        OrderCancelled order = message.payload();
        holds.free(order.orderNo(), order.shopperId(), "ORDER_CANCELLED");
    }
}
