package io.kaimen.local.buy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What the platform's side saw of a purchase: calls made to it, notifications it sent. */
final class PlatformEvents {

    private PlatformEvents() {}

    /**
     * Reads the sandbox's view of one order.
     *
     * @param view as {@code GET /sandbox/payscore/orders/…} answers
     */
    static List<Event> of(JsonNode view) {
        var events = new ArrayList<Event>();
        for (var call : view.path("calls")) {
            var operation = call.path("operation").asString("");
            if (!operation.equals("QUERY")) {
                events.add(
                        Event.of(
                                at(call),
                                "channel",
                                "signed call to WeChat Pay Score: %s, answered %d in %d ms"
                                        .formatted(
                                                operation.toLowerCase(Locale.ROOT),
                                                call.path("status").asInt(),
                                                call.path("millis").asLong())));
            }
        }
        for (var notice : view.path("notifications")) {
            for (var attempt : notice.path("attempts")) {
                events.add(
                        Event.of(
                                at(attempt),
                                "WeChat",
                                "notifies %s, answered %s"
                                        .formatted(
                                                notice.path("event_type").asString(""),
                                                attempt.path("status").asString("nothing"))));
            }
        }
        return events;
    }

    private static Instant at(JsonNode node) {
        return Instant.parse(node.path("at").asString(""));
    }
}
