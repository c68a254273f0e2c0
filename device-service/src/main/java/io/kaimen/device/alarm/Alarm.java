package io.kaimen.device.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something about a door that an operator must hear of.
 *
 * @param orderNo the order it came up with; null when it belongs to none
 * @param detail for people
 */
public record Alarm(
        Kind kind, String sn, int door, @Nullable String orderNo, String detail, Instant raisedAt) {

    /** The runbook has a section for each. */
    public enum Kind {
        /** A door is open for longer than a purchase takes. */
        DOOR_LEFT_OPEN,
        /** A cabinet says that a lock did not latch or a sensor contradicts itself. */
        DOOR_FAULT,
        /** A door moved although no order's door was being opened. */
        DOOR_MOVED_UNASKED,
        /** A door session cannot go on by itself. */
        SESSION_ABNORMAL
    }
}
