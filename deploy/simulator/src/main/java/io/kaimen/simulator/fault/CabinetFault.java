package io.kaimen.simulator.fault;

import org.jspecify.annotations.Nullable;

/** What is wrong with the cabinet as a whole. */
public sealed interface CabinetFault extends Fault {

    /**
     * The calendar clock is off: heartbeats show it, and a cabinet that judges by it does not know
     * whether a command has expired.
     *
     * @param aheadSeconds how far; negative: behind
     * @param judges whether expiry is judged by it, against the protocol; absent: no
     */
    record WrongClock(long aheadSeconds, @Nullable Boolean judges) implements CabinetFault {

        public WrongClock {
            Checks.that(aheadSeconds != 0, "aheadSeconds is missing");
        }

        @Override
        public boolean countable() {
            return false;
        }

        public boolean misjudges() {
            return judges != null && judges;
        }

        /** What it shows, in ms since 1970. */
        public long shown(long trueMillis) {
            return trueMillis + aheadSeconds * 1_000;
        }
    }

    /**
     * The power fails and comes back; whoever was at a door has gone.
     *
     * @param at some time after this event; absent: after the fault is set
     * @param afterMs how long after; absent: 0
     * @param downMs without power; absent: 2000
     * @param door how an open door is found then: "open" or "closed"; absent: open
     * @param closeAfterMs when somebody shuts it that is found open; absent: never
     */
    record Reboots(
            @Nullable String at,
            @Nullable Long afterMs,
            @Nullable Long downMs,
            @Nullable String door,
            @Nullable Long closeAfterMs)
            implements CabinetFault {

        public Reboots {
            if (at != null) {
                Checks.movement(at);
            }
            Checks.wait(afterMs, "afterMs");
            Checks.wait(downMs, "downMs");
            Checks.that(
                    door == null || door.equals("open") || door.equals("closed"),
                    "door is open or closed");
            Checks.wait(closeAfterMs, "closeAfterMs");
        }

        public long after() {
            return afterMs == null ? 0 : afterMs;
        }

        public long down() {
            return downMs == null ? 2_000 : downMs;
        }

        public boolean findsShut() {
            return "closed".equals(door);
        }

        @Override
        public Integer usualTimes() {
            return 1;
        }
    }
}
