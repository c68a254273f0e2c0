package io.kaimen.bench.purchase;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.shop.Operator;
import io.kaimen.local.shop.ShopFailed;
import io.kaimen.local.shop.Shopper;
import io.kaimen.local.shop.Take;
import io.kaimen.local.shop.VirtualCabinets;
import io.kaimen.local.shop.Waiting;
import io.kaimen.local.trace.OrderTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Somebody who buys at the same door again and again. */
final class Visits {

    private static final int DOOR = 1;
    private static final List<Take> TAKES = List.of(new Take(1, 1), new Take(2, 1));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final String sn;
    private final Operator operator;
    private final VirtualCabinets cabinets;
    private final Shopper shopper;

    Visits(Instance instance, String sn) throws InterruptedException {
        this.sn = sn;
        this.operator = Operator.logIn(instance);
        this.cabinets = new VirtualCabinets(instance);
        this.shopper = Shopper.logIn(instance, "o-bench-shopper");
    }

    /**
     * One purchase, to its end.
     *
     * @return milliseconds by stage
     * @throws ShopFailed when it did not end paid
     */
    Map<Stage, Long> buy() throws InterruptedException {
        cabinets.expect(sn, DOOR, TAKES);
        var tapped = Instant.now();
        var placed = shopper.place(sn, DOOR);
        if (!placed.succeeded()) {
            throw new ShopFailed(1, "No order: " + placed.body());
        }
        var answered = Instant.now();
        shopper.confirm(placed.body());
        var orderNo = placed.body().path("orderNo").asString();
        var charged = awaitCharged(orderNo);
        return stages(tapped, answered, charged, orderNo);
    }

    private Map<Stage, Long> stages(
            Instant tapped, Instant answered, Instant charged, String orderNo)
            throws InterruptedException {
        var order = operator.order(orderNo).orElseThrow();
        var visit = cabinets.visit(sn, DOOR);
        var authorised = moved(order, "ORDER", "AUTHORISED");
        var commanded = moved(order, "DOOR", "OPENING");
        var closed = moved(order, "DOOR", "CLOSED");
        var basket = moved(order, "ORDER", "SETTLED");
        var stages = new EnumMap<Stage, Long>(Stage.class);
        stages.put(Stage.TAP_TO_ANSWER, millis(tapped, answered));
        stages.put(Stage.CONSENT_TO_AUTHORISED, millis(answered, authorised));
        stages.put(Stage.AUTHORISED_TO_COMMAND, millis(authorised, commanded));
        stages.put(Stage.COMMAND_TO_UNLOCKED, millis(commanded, at(visit, "unlockedAt")));
        stages.put(
                Stage.PULL_TO_OPENED,
                millis(at(visit, "openedAt"), moved(order, "DOOR", "OPENED")));
        stages.put(Stage.CLOSE_TO_CLOSED, millis(at(visit, "closedAt"), closed));
        stages.put(Stage.CLOSED_TO_BASKET, millis(closed, basket));
        stages.put(Stage.BASKET_TO_CHARGED, millis(basket, charged));
        return stages;
    }

    /** When the payment was booked; the order itself has the platform's time, in whole seconds. */
    private Instant awaitCharged(String orderNo) throws InterruptedException {
        var paid =
                Waiting.until(
                        PATIENCE,
                        PAUSE,
                        () ->
                                shopper.order(orderNo)
                                        .map(order -> order.path("paymentStatus").asString(""))
                                        .filter("PAID"::equals));
        if (paid.isEmpty()) {
            throw new ShopFailed(1, "Order " + orderNo + " was not paid.");
        }
        return operator.trace(orderNo)
                .map(OrderTrace::read)
                .flatMap(OrderTrace::bookedAt)
                .orElseThrow(() -> new ShopFailed(1, "Nobody booked order " + orderNo + "."));
    }

    private static Instant moved(JsonNode order, String machine, String to) {
        return order.path("moves")
                .valueStream()
                .filter(move ->
                        move.path("machine").asString("").equals(machine)
                                && move.path("to").asString("").equals(to))
                .map(move -> at(move, "at"))
                .findFirst()
                .orElseThrow(() -> new ShopFailed(1, "Never " + machine + " " + to + "."));
    }

    private static Instant at(JsonNode node, String field) {
        return Instant.parse(node.path(field).asString(""));
    }

    /** What two clocks of one machine make negative by a rounding is 0. */
    private static long millis(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis());
    }
}
