package io.kaimen.replenish.trace;

import static io.kaimen.replenish.Goods.basket;
import static io.kaimen.replenish.Goods.planogram;
import static io.kaimen.replenish.Goods.slot;
import static io.kaimen.replenish.Goods.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.trace.TraceApi;
import io.kaimen.contracts.trace.TraceKind;
import io.kaimen.contracts.trace.TraceMoment;
import io.kaimen.replenish.Goods;
import io.kaimen.replenish.OnReplenishService;
import io.kaimen.service.messaging.MessageSender;
import io.kaimen.service.security.Role;
import io.kaimen.service.testing.Calls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnReplenishService
class TraceIT {

    @Autowired MessageSender sender;
    @Autowired TraceApi trace;
    @Autowired Calls calls;

    private final String sn = Goods.sn();

    @Test
    void tellsWhatAnOrderTookAndTheTaskItOpened() {
        publish(Topic.PLANOGRAM_CHANGED, planogram(sn, 1, slot(1, "cola"), slot(2, "tea")));
        await().atMost(Duration.ofSeconds(20)).until(() -> counted(1, 10) && counted(2, 10));
        BasketSettled few = basket(sn, take(1, "cola", 2), take(2, "tea", 1));
        BasketSettled many = basket(sn, take(1, "cola", 5));
        publish(Topic.BASKET_SETTLED, few);
        await().atMost(Duration.ofSeconds(20)).until(() -> moments(few).size() == 2);
        publish(Topic.BASKET_SETTLED, many);
        await().atMost(Duration.ofSeconds(20)).until(() -> moments(many).size() == 2);

        assertThat(moments(few)).extracting(TraceMoment::kind).containsOnly(TraceKind.STOCK_MOVED);
        assertThat(moments(few).getFirst().facts())
                .containsAllEntriesOf(
                        Map.of("lane", "1", "sku", "cola", "units", "-2", "unitsAfter", "8"));
        assertThat(moments(many))
                .extracting(TraceMoment::kind)
                .containsExactly(TraceKind.STOCK_MOVED, TraceKind.RESTOCK_TASK_OPENED);
        assertThat(moments(many).getLast().facts()).containsKeys("taskNo", "warehouse");
    }

    @Test
    void answersServicesOnly() {
        int status =
                calls.as(Role.OPERATIONS)
                        .get()
                        .uri("/internal/trace/x")
                        .exchange((request, answer) -> answer.getStatusCode().value());

        assertThat(status).isEqualTo(403);
    }

    /** Refused until the planogram has arrived. */
    private boolean counted(int lane, int units) {
        return calls.as(Role.OPERATIONS)
                .put()
                .uri("/admin/stock/{sn}/lanes/{lane}", sn, lane)
                .body(Map.of("units", units, "reason", "test"))
                .exchange((request, answer) -> answer.getStatusCode().is2xxSuccessful());
    }

    private List<TraceMoment> moments(BasketSettled basket) {
        return trace.trace(basket.orderNo()).moments();
    }

    private void publish(Topic topic, Object payload) {
        sender.send(topic, sn, UUID.randomUUID().toString(), payload).join();
    }
}
