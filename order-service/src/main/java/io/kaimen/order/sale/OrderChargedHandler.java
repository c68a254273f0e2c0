package io.kaimen.order.sale;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.OrderCharged;
import io.kaimen.service.messaging.MessageHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes the money's result; it may come before the basket it is about. */
@Component
class OrderChargedHandler implements MessageHandler<OrderCharged> {

    private static final Logger log = LoggerFactory.getLogger(OrderChargedHandler.class);

    private final OrderChanges changes;

    OrderChargedHandler(OrderChanges changes) {
        this.changes = changes;
    }

    @Override
    public Topic topic() {
        return Topic.ORDER_CHARGED;
    }

    @Override
    public void handle(Envelope<OrderCharged> message) {
        OrderCharged charged = message.payload();
        PaymentStatus result =
                switch (charged.result()) {
                    case PAID -> PaymentStatus.PAID;
                    case NOTHING_DUE -> PaymentStatus.NOTHING_DUE;
                    case FAILED -> PaymentStatus.FAILED;
                };
        changes.change(charged.orderNo(), order -> apply(charged, result, order));
    }

    private static void apply(OrderCharged charged, PaymentStatus result, Order order) {
        var charge =
                new Charge(
                        charged.basket(),
                        charged.due(),
                        charged.captured(),
                        charged.transactionId());
        boolean moved = order.charged(result, charge, "charge: " + charged.result(), charged.at());
        if (!moved && order.paymentStatus() != result && result != PaymentStatus.FAILED) {
            log.error("order {} is {}, not {}", order.orderNo(), order.paymentStatus(), result);
        }
    }
}
