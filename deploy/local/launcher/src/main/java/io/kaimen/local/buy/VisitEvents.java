package io.kaimen.local.buy;

import io.kaimen.local.trace.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What the shopper did at the cabinet; what the cabinet said of it is in the trace. */
final class VisitEvents {

    private VisitEvents() {}

    /**
     * Reads the simulator's view of the last visit to a door.
     *
     * @param visit as {@code GET /cabinets/…/doors/…/visit} answers
     */
    static List<Event> of(JsonNode visit) {
        var events = new ArrayList<Event>();
        add(events, visit.path("openedAt"), "pulls the door open");
        for (var touch : visit.path("touches")) {
            add(events, touch.path("at"), inWords(touch));
        }
        add(events, visit.path("closedAt"), "closes the door");
        return events;
    }

    private static String inWords(JsonNode touch) {
        return String.format(
                Locale.ROOT,
                "%s %d, lane %d now holds %.1f g",
                touch.path("what").asString("").equals("put") ? "puts in" : "takes",
                touch.path("count").asInt(),
                touch.path("lane").asInt(),
                touch.path("gramsLeft").asDouble());
    }

    private static void add(List<Event> events, JsonNode at, String what) {
        if (at.isString()) {
            events.add(Event.of(Instant.parse(at.asString()), "shopper", what));
        }
    }
}
