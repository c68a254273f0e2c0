package io.kaimen.replenish.stock;

import static io.kaimen.replenish.Goods.basket;
import static io.kaimen.replenish.Goods.planogram;
import static io.kaimen.replenish.Goods.slot;
import static io.kaimen.replenish.Goods.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.PlanogramChanged;
import io.kaimen.contracts.replenish.RestockTaskOpened;
import io.kaimen.contracts.replenish.RestockTaskOpened.Shortage;
import io.kaimen.replenish.Goods;
import io.kaimen.replenish.OnReplenishService;
import io.kaimen.replenish.stock.Movement.Cause;
import io.kaimen.service.messaging.MessageHandler;
import io.kaimen.service.messaging.MessageSender;
import io.kaimen.service.security.Role;
import io.kaimen.service.testing.Calls;
import io.kaimen.service.testing.HeardMessages;
import io.kaimen.testkit.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.HttpClientErrorException;

@OnReplenishService
class StockIT {

    @Autowired TakePlanogram takePlanogram;
    @Autowired LowerStock lowerStock;
    @Autowired CountStock countStock;
    @Autowired BookStock stock;
    @Autowired MessageHandler<PlanogramChanged> planograms;
    @Autowired MessageHandler<BasketSettled> baskets;
    @Autowired MessageSender sender;
    @Autowired HeardMessages heard;
    @Autowired Calls calls;

    private final String sn = Goods.sn();

    @Test
    void lowersALaneAndOpensATaskAtItsThreshold() {
        publish(Topic.PLANOGRAM_CHANGED, planogram(sn, 1, slot(1, "cola"), slot(2, "tea")));
        await().until(() -> stock.lanes(sn).size() == 2);
        count(1, 5);
        count(2, 9);

        publish(Topic.BASKET_SETTLED, basket(sn, take(1, "cola", 1), take(2, "tea", 2)));
        await().until(() -> units(1) == 4 && units(2) == 7);
        assertThat(opened()).isEmpty();

        publish(Topic.BASKET_SETTLED, basket(sn, take(1, "cola", 1)));
        await().until(() -> opened().size() == 1);
        RestockTaskOpened task = opened().getFirst();
        assertThat(task.warehouse()).isEqualTo("WH-1");
        assertThat(task.shortages())
                .containsExactly(new Shortage(1, "cola", "name of cola", 3, 10));
    }

    @Test
    void addsLanesToTheOpenTaskInsteadOfOpeningAnother() {
        stocked();
        lowerStock.lower(basket(sn, take(1, "cola", 7)));
        await().until(() -> opened().size() == 1);

        lowerStock.lower(basket(sn, take(1, "cola", 1), take(2, "tea", 8)));

        String task =
                calls.as(Role.OPERATIONS)
                        .get()
                        .uri("/admin/restock-tasks?sn={sn}&status=OPEN", sn)
                        .retrieve()
                        .body(String.class);
        assertThat(task).contains("\"total\":1", "\"lane\":1", "\"lane\":2", "\"unitsLeft\":2");
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> opened().size() == 1);
    }

    @Test
    void opensOneTaskWhenManyBasketsEmptyTheCabinetTogether() throws InterruptedException {
        stocked();

        List<Object> results =
                Together.run(
                        10,
                        i ->
                                () -> {
                                    baskets.handle(
                                            envelope(
                                                    Topic.BASKET_SETTLED,
                                                    basket(
                                                            sn,
                                                            take(1, "cola", 1),
                                                            take(2, "tea", 1))));
                                    return "done";
                                });

        assertThat(results).containsOnly("done");
        assertThat(units(1)).isZero();
        assertThat(units(2)).isZero();
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> opened().size() == 1);
    }

    @Test
    void opensANewTaskOnceTheLastOneIsClosed() {
        stocked();
        lowerStock.lower(basket(sn, take(1, "cola", 8)));
        await().until(() -> opened().size() == 1);
        close(opened().getFirst().taskNo(), "DONE");
        close(opened().getFirst().taskNo(), "DONE");
        assertThatThrownBy(() -> close(opened().getFirst().taskNo(), "CANCELLED"))
                .isInstanceOf(HttpClientErrorException.Conflict.class);

        lowerStock.lower(basket(sn, take(1, "cola", 1)));

        await().until(() -> opened().size() == 2);
    }

    @Test
    void lowersOnceUnderRedelivery() {
        stocked();
        BasketSettled basket = basket(sn, take(1, "cola", 2));
        String eventId = UUID.randomUUID().toString();
        sender.send(Topic.BASKET_SETTLED, basket.orderNo(), eventId, basket).join();
        sender.send(Topic.BASKET_SETTLED, basket.orderNo(), eventId, basket).join();
        publish(Topic.BASKET_SETTLED, basket);
        await().until(() -> units(1) != 10);

        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> units(1) == 8 && causes(1).equals(List.of("SOLD", "COUNTED")));
    }

    @Test
    void lowersOnceUnderSimultaneousDelivery() throws InterruptedException {
        stocked();
        BasketSettled basket = basket(sn, take(1, "cola", 2), take(2, "tea", 3));

        List<Object> results =
                Together.run(
                        8,
                        i ->
                                () -> {
                                    baskets.handle(envelope(Topic.BASKET_SETTLED, basket));
                                    return "done";
                                });

        assertThat(results).containsOnly("done");
        assertThat(units(1)).isEqualTo(8);
        assertThat(units(2)).isEqualTo(7);
    }

    @Test
    void flagsALaneThatSoldMoreThanWasBooked() {
        stocked();
        lowerStock.lower(basket(sn, take(1, "cola", 12)));

        assertThat(lane(1).units()).isEqualTo(-2);
        assertThat(lane(1).flagged()).isTrue();
        count(1, 6);
        assertThat(lane(1).flagged()).isFalse();
    }

    @Test
    void booksABasketThatOvertookItsPlanogram() {
        lowerStock.lower(basket(sn, take(1, "cola", 2)));
        assertThat(units(1)).isEqualTo(-2);
        assertThat(opened()).isEmpty();

        takePlanogram.take(planogram(sn, 1, slot(1, "cola"), slot(2, "tea")));

        assertThat(units(1)).isEqualTo(-2);
        await().until(() -> opened().size() == 1);
        assertThat(opened().getFirst().shortages())
                .containsExactly(new Shortage(1, "cola", "name of cola", -2, 10));
    }

    @Test
    void ignoresAnOlderPlanogramAndARepeatedOne() {
        takePlanogram.take(planogram(sn, 2, slot(1, "tea")));
        takePlanogram.take(planogram(sn, 1, slot(1, "cola")));
        takePlanogram.take(planogram(sn, 2, slot(1, "cola")));

        assertThat(lane(1).sells("tea")).isTrue();
    }

    @Test
    void hearsOfAPlanogramAsOftenAsItLikes() throws InterruptedException {
        PlanogramChanged planogram = planogram(sn, 1, slot(1, "cola"), slot(2, "tea"));
        String eventId = UUID.randomUUID().toString();
        sender.send(Topic.PLANOGRAM_CHANGED, sn, eventId, planogram).join();
        sender.send(Topic.PLANOGRAM_CHANGED, sn, eventId, planogram).join();

        List<Object> results =
                Together.run(
                        8,
                        i ->
                                () -> {
                                    planograms.handle(envelope(Topic.PLANOGRAM_CHANGED, planogram));
                                    return "done";
                                });

        assertThat(results).containsOnly("done");
        assertThat(stock.lanes(sn)).hasSize(2);
    }

    @Test
    void takesTheFormerProductOutWithANewPlanogram() {
        stocked();
        BasketSettled late = basket(sn, take(1, "cola", 2));

        takePlanogram.take(planogram(sn, 2, slot(1, "water")));
        assertThat(lane(1).sells("water")).isTrue();
        assertThat(units(1)).isZero();
        assertThat(lane(2).product()).isNull();

        // Sold before the change, told of after it: the new product is not touched.
        lowerStock.lower(late);
        assertThat(units(1)).isZero();
        assertThat(causes(1)).containsExactly("REMOVAL_CORRECTED", "SOLD", "REMOVED", "COUNTED");
        assertThat(booked(1, "cola")).isZero();
    }

    @Test
    void keepsTheBookEqualToTheSumOfItsMovements() {
        stocked();
        lowerStock.lower(basket(sn, take(1, "cola", 3)));
        count(1, 5);
        lowerStock.lower(basket(sn, take(1, "cola", 1), take(1, "cola", 1)));

        assertThat(units(1)).isEqualTo(3).isEqualTo(booked(1, "cola"));
    }

    @Test
    void setsWhatAnOperatorCounted() {
        takePlanogram.take(planogram(sn, 1, slot(1, "cola")));

        String lane =
                calls.as(Role.OPERATIONS)
                        .put()
                        .uri("/admin/stock/{sn}/lanes/1", sn)
                        .body(Map.of("units", 8, "reason", "first load"))
                        .retrieve()
                        .body(String.class);

        assertThat(lane).contains("\"units\":8", "\"parLevel\":10");
        String movements =
                calls.as(Role.OPERATIONS)
                        .get()
                        .uri("/admin/stock/{sn}/lanes/1/movements", sn)
                        .retrieve()
                        .body(String.class);
        assertThat(movements)
                .contains("\"cause\":\"COUNTED\"", "\"units\":8", "\"note\":\"first load\"")
                .contains("\"movedBy\":\"test\"", "\"total\":1");
    }

    @Test
    void refusesACountOfALaneNobodyKnowsOrBelowZero() {
        takePlanogram.take(planogram(sn, 1, slot(1, "cola")));

        assertThatThrownBy(() -> put(9, Map.of("units", 1, "reason", "r")))
                .isInstanceOf(HttpClientErrorException.NotFound.class);
        assertThatThrownBy(() -> put(1, Map.of("units", -1, "reason", "r")))
                .isInstanceOf(HttpClientErrorException.BadRequest.class);
        assertThatThrownBy(() -> put(1, Map.of("units", 1, "reason", " ")))
                .isInstanceOf(HttpClientErrorException.BadRequest.class);
    }

    private void put(int lane, Map<String, Object> count) {
        calls.as(Role.OPERATIONS)
                .put()
                .uri("/admin/stock/{sn}/lanes/{lane}", sn, lane)
                .body(count)
                .retrieve()
                .toBodilessEntity();
    }

    private void close(String taskNo, String status) {
        calls.as(Role.OPERATIONS)
                .put()
                .uri("/admin/restock-tasks/{taskNo}/status", taskNo)
                .body(Map.of("status", status))
                .retrieve()
                .toBodilessEntity();
    }

    /** Ten of each: full. */
    private void stocked() {
        takePlanogram.take(planogram(sn, 1, slot(1, "cola"), slot(2, "tea")));
        count(1, 10);
        count(2, 10);
    }

    private void count(int lane, int units) {
        countStock.count(sn, lane, units, "test", "test");
    }

    private List<RestockTaskOpened> opened() {
        return heard.of(Topic.RESTOCK_TASK_OPENED, sn, RestockTaskOpened.class);
    }

    private void publish(Topic topic, Object payload) {
        sender.send(topic, sn, UUID.randomUUID().toString(), payload).join();
    }

    private <P> Envelope<P> envelope(Topic topic, P payload) {
        return sender.envelope(topic, sn, UUID.randomUUID().toString(), payload);
    }

    private LaneStock lane(int lane) {
        return stock.lanes(sn).stream().filter(l -> l.lane() == lane).findFirst().orElseThrow();
    }

    private int units(int lane) {
        return lane(lane).units();
    }

    private Stream<Movement> movements(int lane) {
        return stock.movements(sn, lane, 1, 100).items().stream();
    }

    /** Newest first. */
    private List<String> causes(int lane) {
        return movements(lane).map(Movement::cause).map(Cause::name).toList();
    }

    private int booked(int lane, String sku) {
        return movements(lane).filter(m -> m.sku().equals(sku)).mapToInt(Movement::units).sum();
    }
}
