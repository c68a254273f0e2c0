package io.kaimen.replenish;

import static io.kaimen.replenish.Goods.basket;
import static io.kaimen.replenish.Goods.planogram;
import static io.kaimen.replenish.Goods.slot;
import static io.kaimen.replenish.Goods.take;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.replenish.RestockTaskOpened;
import io.kaimen.service.messaging.MessageSender;
import io.kaimen.service.testing.HeardMessages;
import io.kaimen.service.testing.Redelivery;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnReplenishService
class RedeliveryIT {

    @Autowired Redelivery redelivery;
    @Autowired MessageSender sender;
    @Autowired HeardMessages heard;

    private final String sn = Goods.sn();

    @Test
    void whatIsToldAgainHasNoEffect() {
        BasketSettled basket = basket(sn, take(1, "cola", 2), take(2, "tea", 1));
        redelivery
                .about(sn, basket.orderNo())
                .tell(
                        () ->
                                send(
                                        Topic.PLANOGRAM_CHANGED,
                                        sn,
                                        planogram(sn, 1, slot(1, "cola"), slot(2, "tea"))),
                        Topic.PLANOGRAM_CHANGED)
                .tell(
                        () -> send(Topic.BASKET_SETTLED, basket.orderNo(), basket),
                        Topic.BASKET_SETTLED)
                // An older planogram in the story makes a difference if the order of telling does.
                .tell(
                        () ->
                                send(
                                        Topic.PLANOGRAM_CHANGED,
                                        sn,
                                        planogram(sn, 2, slot(1, "cola"), slot(2, "water"))),
                        Topic.PLANOGRAM_CHANGED)
                .tellAgain();
        assertThat(heard.of(Topic.RESTOCK_TASK_OPENED, sn, RestockTaskOpened.class)).hasSize(1);
    }

    private void send(Topic topic, String key, Object payload) {
        sender.send(topic, key, UUID.randomUUID().toString(), payload).join();
    }
}
