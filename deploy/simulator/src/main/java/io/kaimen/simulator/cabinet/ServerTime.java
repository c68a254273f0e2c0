package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.time.Uptime;
import java.util.OptionalLong;

/**
 * The server's time as a cabinet knows it: what the last heartbeat's answer said, and its own
 * monotonic clock since that heartbeat. The server read its clock when the heartbeat had arrived,
 * so this is never behind the server by more than the two clocks drift apart, and ahead of it by
 * the heartbeat's way at most: a command expires here a little early, never late.
 */
final class ServerTime {

    private final Uptime uptime;
    private final CalendarClock calendar;
    private boolean known;
    private long offset;

    ServerTime(Uptime uptime, CalendarClock calendar) {
        this.uptime = uptime;
        this.calendar = calendar;
    }

    /** An answer to a heartbeat of this boot. */
    void learn(long serverTime, long heartbeatUp) {
        if (heartbeatUp <= uptime.millis()) {
            offset = serverTime - heartbeatUp;
            known = true;
        }
    }

    /** Milliseconds since 1970; empty before the first answer. A faulty cabinet knows better. */
    OptionalLong now() {
        OptionalLong wrong = calendar.judging();
        if (wrong.isPresent()) {
            return wrong;
        }
        return known ? OptionalLong.of(offset + uptime.millis()) : OptionalLong.empty();
    }
}
