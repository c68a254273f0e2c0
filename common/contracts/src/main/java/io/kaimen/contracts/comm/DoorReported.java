package io.kaimen.contracts.comm;

import org.jspecify.annotations.Nullable;

/**
 * A door event by the cabinet, or its answer to a query. Recorded once per cabinet, boot and
 * sequence.
 *
 * @param commandId the command the event follows from, when the cabinet knows one
 */
public record DoorReported(
        String sn, Origin origin, int door, Kind kind, @Nullable String commandId) {

    /** What happened at the door. */
    public enum Kind {
        /** The lock was released; the door is not yet pulled. */
        UNLOCKED,
        OPENED,
        CLOSED,
        /** The unlock window passed without the door being pulled; locked again. */
        RELOCKED,
        /** Answers to a query: the door's position now. */
        IS_CLOSED,
        IS_OPEN,
        FAULT
    }
}
