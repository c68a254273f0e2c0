package io.kaimen.simulator.fault;

import org.jspecify.annotations.Nullable;

/** What is wrong at a door; without its number, at each of them. */
public sealed interface DoorFault extends Fault {

    /** Which door; null: each. */
    @Nullable Integer door();

    default boolean covers(int number) {
        Integer only = door();
        return only == null || only == number;
    }

    /** The lock does not move: an open command is acknowledged and nothing follows. */
    record IdleLock(@Nullable Integer door) implements DoorFault {}

    /**
     * The lock springs open without a command; a visit that waits goes in, or the door locks again.
     *
     * @param afterMs after the fault is set, and between one time and the next; absent: 0
     */
    record OpensUnasked(Integer door, @Nullable Long afterMs) implements DoorFault {

        public OpensUnasked {
            Checks.that(door != null, "door is missing");
            Checks.wait(afterMs, "afterMs");
        }

        public long after() {
            return afterMs == null ? 0 : afterMs;
        }

        @Override
        public Integer usualTimes() {
            return 1;
        }
    }

    /** Shoppers walk away and leave the door open; only the control that shuts it does. */
    record LeftOpen(@Nullable Integer door) implements DoorFault {}

    /**
     * The sensor misses a movement: no event, and the cabinet takes the door to be as it was.
     *
     * @param event what it misses: opened or closed
     * @param seenAfterMs when it sees after all; absent: only the next movement
     */
    record Unseen(@Nullable Integer door, String event, @Nullable Long seenAfterMs)
            implements DoorFault {

        public Unseen {
            Checks.that(
                    "opened".equals(event) || "closed".equals(event), "event is opened or closed");
            Checks.wait(seenAfterMs, "seenAfterMs");
        }

        public boolean covers(int number, String happened) {
            return covers(number) && event.equals(happened);
        }
    }

    /**
     * The door is shut and the lock does not latch: the event is a fault in place of the close.
     *
     * @param latchesAfterMs when it does after all; absent: when it is shut again, or at a reboot
     */
    record NeverLatches(@Nullable Integer door, @Nullable Long latchesAfterMs)
            implements DoorFault {

        public NeverLatches {
            Checks.wait(latchesAfterMs, "latchesAfterMs");
        }
    }

    /** The contact bounces: a close is told twice, each with a number of its own. */
    record Bounces(@Nullable Integer door) implements DoorFault {}
}
