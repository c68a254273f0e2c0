package io.kaimen.replenish.stock;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.service.messaging.MessageHandler;
import org.springframework.stereotype.Component;

@Component
class BasketSettledListener implements MessageHandler<BasketSettled> {

    private final LowerStock lowerStock;

    BasketSettledListener(LowerStock lowerStock) {
        this.lowerStock = lowerStock;
    }

    @Override
    public Topic topic() {
        return Topic.BASKET_SETTLED;
    }

    @Override
    public void handle(Envelope<BasketSettled> message) {
        lowerStock.lower(message.payload());
    }
}
