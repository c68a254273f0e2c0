package io.kaimen.device.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells when a cabinet saw something, by the server's time. A message is received some time after
 * it was made, and many at once when a connection comes back; the cabinet's own clock runs evenly.
 * So each boot's beginning is reckoned from the message that was under way the shortest, and the
 * cabinet's clock counts from there.
 */
final class CabinetClock {

    private final Map<String, Instant> begins = new HashMap<>();

    /** Takes a message into account; before anything is asked. */
    void heard(String boot, long upMillis, Instant receivedAt) {
        begins.merge(
                boot,
                receivedAt.minusMillis(upMillis),
                (known, told) -> told.isBefore(known) ? told : known);
    }

    /** When it was made: never after its receipt. */
    Instant at(String boot, long upMillis, Instant receivedAt) {
        Instant begin = begins.get(boot);
        return begin == null ? receivedAt : begin.plus(Duration.ofMillis(upMillis));
    }
}
