package io.kaimen.order.sale;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.service.messaging.MessageHandler;
import org.springframework.stereotype.Component;

/** Books what was taken: the order is settled and its lines join the sales read model. */
@Component
class BasketSettledHandler implements MessageHandler<BasketSettled> {

    private final OrderChanges changes;
    private final Baskets baskets;

    BasketSettledHandler(OrderChanges changes, Baskets baskets) {
        this.changes = changes;
        this.baskets = baskets;
    }

    @Override
    public Topic topic() {
        return Topic.BASKET_SETTLED;
    }

    @Override
    public void handle(Envelope<BasketSettled> message) {
        BasketSettled basket = message.payload();
        changes.change(
                basket.orderNo(),
                order -> {
                    if (order.settled(
                            basket.total(),
                            basket.openedAt(),
                            basket.closedAt(),
                            message.occurredAt())) {
                        baskets.add(basket);
                    }
                });
    }
}
