package io.kaimen.order.sale;

import java.util.EnumSet;
import java.util.Set;

/** What an order knows of its door. The first four follow one another in this order. */
public enum DoorStatus {
    NOT_OPENED,
    /** The open command is out. */
    OPENING,
    OPENED,
    CLOSED,
    /** It took the command to open and did not. */
    FAULT;

    /** The states it can move to. */
    public Set<DoorStatus> next() {
        return switch (this) {
            case NOT_OPENED -> EnumSet.of(OPENING);
            // Back: unlocked and not pulled, or the command did not arrive.
            case OPENING -> EnumSet.of(OPENED, FAULT, NOT_OPENED);
            case OPENED -> EnumSet.of(CLOSED, FAULT);
            case CLOSED -> EnumSet.of(FAULT);
            // A door thought stuck that opened late, or a faulty one that is seen closed.
            case FAULT -> EnumSet.of(OPENED, CLOSED);
        };
    }

    /** Whether this comes before the other on the way of a door that works. */
    boolean isBefore(DoorStatus other) {
        return this != FAULT && other != FAULT && compareTo(other) < 0;
    }
}
