package io.kaimen.contracts.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A door session reached a state; order-service learns of the door by this alone.
 *
 * @param at when it happened, by server time
 * @param reason for people, and the cause recorded with the order's move
 * @param commandId the open command
 * @param unopened why the door did not open; only with NOT_OPENED
 */
public record DoorSessionMoved(
        String orderNo,
        String sn,
        int door,
        State state,
        Instant at,
        String reason,
        @Nullable String commandId,
        @Nullable Unopened unopened) {

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

    /** Why a door did not open. */
    public enum Unopened {
        /** Something stood against it before it was commanded. */
        NOT_COMMANDED,
        /** The command reached no cabinet in time, or the cabinet refused it. */
        NOT_OBEYED,
        /** Unlocked, not pulled, and locked again: the shopper's choice. */
        NOT_PULLED,
        /** The cabinet took the command, and its lock never opened. */
        LOCK_FAILED,
        /** Silent for a while, and nothing is missing: by its weights, or an operator says so. */
        NOTHING_MISSING
    }
}
