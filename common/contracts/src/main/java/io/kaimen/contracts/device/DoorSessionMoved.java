package io.kaimen.contracts.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A door session reached a state; order-service learns of the door by this alone.
 *
 * @param at when it happened, by server time
 * @param reason for people, and the cause recorded with the order's move
 * @param commandId the open command
 */
public record DoorSessionMoved(
        String orderNo,
        String sn,
        int door,
        State state,
        Instant at,
        String reason,
        @Nullable String commandId) {

    /** Where the session stands. */
    public enum State {
        /** The baseline is remembered and the open command is out. */
        OPENING,
        OPENED,
        CLOSED,
        /** The cabinet confirmed that the door never opened: nothing was taken. */
        NOT_OPENED,
        /** Nobody can tell what happened; claim and authorisation stay. */
        ABNORMAL;

        /** Whether the session goes no further by itself. */
        public boolean isFinal() {
            return this == NOT_OPENED;
        }
    }
}
