package io.kaimen.local.buy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What happened at the cabinet itself: lock, door, hands and scales. */
final class VisitEvents {

    private VisitEvents() {}

    /**
     * Reads the simulator's view of the last visit to a door.
     *
     * @param visit as {@code GET /cabinets/…/doors/…/visit} answers
     */
    static List<Event> of(JsonNode visit) {
        var events = new ArrayList<Event>();
        add(events, visit.path("unlockedAt"), "cabinet", "obeys the command, unlocks");
        add(events, visit.path("openedAt"), "shopper", "pulls the door open");
        for (var touch : visit.path("touches")) {
            add(events, touch.path("at"), "shopper", inWords(touch));
        }
        add(events, visit.path("closedAt"), "shopper", "closes the door");
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

    private static void add(List<Event> events, JsonNode at, String who, String what) {
        if (at.isString()) {
            events.add(Event.of(Instant.parse(at.asString()), who, what));
        }
    }
}
