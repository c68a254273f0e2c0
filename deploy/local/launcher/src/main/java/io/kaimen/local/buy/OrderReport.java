package io.kaimen.local.buy;

import io.kaimen.local.buy.PurchaseResult.Change;
import io.kaimen.local.buy.PurchaseResult.Item;
import io.kaimen.local.buy.PurchaseResult.LaneWeights;
import io.kaimen.local.buy.PurchaseResult.Timings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads an order as order-service tells it. */
final class OrderReport {

    private static final Set<String> PAYMENT_OVER = Set.of("PAID", "NOTHING_DUE", "FAILED");
    private static final Set<String> ENDED = Set.of("CANCELLED", "ABNORMAL");

    private final JsonNode order;
    private final Instant scannedAt;
    private final @Nullable Instant bookedAt;

    /**
     * An order whose payment is not booked yet, as far as is known.
     *
     * @param scannedAt when the shopper tapped
     */
    OrderReport(JsonNode order, Instant scannedAt) {
        this(order, scannedAt, null);
    }

    /**
     * @param bookedAt when account-service booked the payment; the order itself has the platform's
     *     time of it, which is in whole seconds
     */
    OrderReport(JsonNode order, Instant scannedAt, @Nullable Instant bookedAt) {
        this.order = order;
        this.scannedAt = scannedAt;
        this.bookedAt = bookedAt;
    }

    /** Whether nothing more will happen to it by itself. */
    boolean isOver() {
        var status = text("status");
        return ENDED.contains(status)
                || (status.equals("SETTLED") && PAYMENT_OVER.contains(text("paymentStatus")));
    }

    PurchaseResult result(BuyOptions wanted) {
        var states = changes();
        return new PurchaseResult(
                text("orderNo"),
                wanted.sn(),
                wanted.door(),
                wanted.shopper(),
                text("status"),
                text("doorStatus"),
                text("paymentStatus"),
                text("message"),
                items(),
                number("basketFen"),
                number("dueFen"),
                number("paidFen"),
                order.path("transactionId").asString(null),
                states,
                lanes(),
                timings(states),
                text("status").equals("SETTLED") && text("paymentStatus").equals("PAID"));
    }

    private List<Item> items() {
        return order.path("lines")
                .valueStream()
                .map(line ->
                        new Item(
                                line.path("lane").asInt(),
                                line.path("sku").asString(""),
                                line.path("productName").asString(""),
                                line.path("quantity").asInt(),
                                line.path("unitPriceFen").asLong(),
                                line.path("amountFen").asLong()))
                .toList();
    }

    private List<Change> changes() {
        return order.path("moves")
                .valueStream()
                .map(move ->
                        new Change(
                                move.path("machine").asString(""),
                                move.path("from").asString(""),
                                move.path("to").asString(""),
                                Instant.parse(move.path("at").asString("")),
                                move.path("cause").asString("")))
                .toList();
    }

    private List<LaneWeights> lanes() {
        return order.path("lanes")
                .valueStream()
                .map(lane ->
                        new LaneWeights(
                                lane.path("lane").asInt(),
                                lane.path("beforeGrams").asDouble(),
                                lane.path("afterGrams").asDouble()))
                .toList();
    }

    private Timings timings(List<Change> states) {
        var authorised = at(states, "ORDER", "AUTHORISED");
        var command = at(states, "DOOR", "OPENING");
        var open = at(states, "DOOR", "OPENED");
        var close = at(states, "DOOR", "CLOSED");
        var basket = at(states, "ORDER", "SETTLED");
        return new Timings(
                millis(scannedAt, authorised),
                millis(scannedAt, command),
                millis(command, open),
                millis(scannedAt, open),
                millis(close, basket),
                millis(close, bookedAt),
                millis(scannedAt, bookedAt));
    }

    private static @Nullable Instant at(List<Change> states, String machine, String to) {
        return states.stream()
                .filter(change -> change.machine().equals(machine) && change.to().equals(to))
                .map(Change::at)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Long millis(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to).toMillis();
    }

    private String text(String field) {
        return order.path(field).asString("");
    }

    private @Nullable Long number(String field) {
        return order.path(field).isNumber() ? order.path(field).asLong() : null;
    }
}
