package io.kaimen.simulator.fault;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every fault refuses. */
final class Checks {

    private static final Set<String> KINDS =
            Set.of("report", "heartbeat", "weights", "event", "answer");
    private static final Set<String> EVENTS =
            Set.of("unlocked", "opened", "closed", "relocked", "is-closed", "is-open", "fault");

    private Checks() {}

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static void kinds(@Nullable Set<String> kinds) {
        if (kinds != null) {
            kinds.forEach(kind -> that(KINDS.contains(kind), "no kind " + kind));
        }
    }

    static boolean among(@Nullable Set<String> kinds, String kind) {
        return kinds == null || kinds.contains(kind);
    }

    static void event(@Nullable String event) {
        that(event != null && EVENTS.contains(event), "no event " + event);
    }

    static void movement(@Nullable String event) {
        that(
                event != null && EVENTS.contains(event) && !event.startsWith("is-"),
                "no movement " + event);
    }

    static void wait(@Nullable Long millis, String name) {
        that(millis == null || millis >= 0, name + " is negative");
    }
}
