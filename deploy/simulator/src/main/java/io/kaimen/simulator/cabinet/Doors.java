package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.Scale.Reading;
import java.util.List;
import java.util.Locale;

/** Doors and lanes in the words of the protocol. */
final class Doors {

    private Doors() {}

    /** As the cabinet sees it; an unlocked door is closed until it is pulled. */
    static String state(Door door) {
        return switch (door.seen()) {
            case OPEN -> "open";
            case FAULT -> "fault";
            case CLOSED, UNLOCKING, UNLOCKED -> "closed";
        };
    }

    static String word(Door.Position position) {
        return position.name().toLowerCase(Locale.ROOT);
    }

    static List<Messages.Door> readings(List<Door> doors, long now) {
        return doors.stream()
                .map(door -> new Messages.Door(door.number(), state(door), lanes(door, now)))
                .toList();
    }

    static List<Messages.Reading> lanes(Door door, long now) {
        return door.lanes().stream().map(lane -> reading(lane, now)).toList();
    }

    private static Messages.Reading reading(Lane lane, long now) {
        Reading reading = lane.read(now);
        return new Messages.Reading(lane.number(), reading.grams(), reading.stable() ? 1 : 0);
    }
}
