package io.kaimen.local.buy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What was written into the books because of a purchase: money and stock. */
final class BookEvents {

    private BookEvents() {}

    /**
     * When the books knew how the payment ended.
     *
     * @param settlement as {@code GET /admin/settlements/…} answers
     */
    static Optional<Instant> bookedAt(JsonNode settlement) {
        var status = settlement.path("status").asString("");
        return settlement
                .path("moves")
                .valueStream()
                .filter(move -> move.path("toStatus").asString("").equals(status))
                .map(move -> Instant.parse(move.path("movedAt").asString("")))
                .findFirst();
    }

    /**
     * The book stock this order lowered.
     *
     * @param movements a lane's, as {@code GET /admin/stock/…/movements} answers
     */
    static List<Event> ofStock(String orderNo, JsonNode movements) {
        return movements
                .valueStream()
                .filter(movement -> movement.path("reference").asString("").equals(orderNo))
                .map(movement ->
                        Event.of(
                                Instant.parse(movement.path("movedAt").asString("")),
                                "replenish",
                                "book stock of lane %d: %d, now %d"
                                        .formatted(
                                                movement.path("lane").asInt(),
                                                movement.path("units").asInt(),
                                                movement.path("unitsAfter").asInt())))
                .toList();
    }
}
