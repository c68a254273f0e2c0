package io.kaimen.device.shadow;

import io.kaimen.contracts.comm.Origin;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a cabinet saw something, by its own monotonic clock and by the server's.
 *
 * @param boot the cabinet's boot
 * @param up ms since that boot
 * @param receivedAt when comm-service read it from the socket
 */
public record Moment(String boot, long up, Instant receivedAt) {

    /** The moment a message was made. */
    public static Moment of(Origin origin) {
        // To the millisecond, as the database and Redis keep it.
        Instant receivedAt = origin.receivedAt().truncatedTo(ChronoUnit.MILLIS);
        return new Moment(origin.bootId(), origin.uptimeMillis(), receivedAt);
    }

    /**
     * Whether this is later. Within one boot the cabinet's own clock decides, because messages can
     * overtake each other on their way; across boots only the time of receipt compares.
     */
    public boolean isAfter(Moment other) {
        return boot.equals(other.boot) ? up > other.up : receivedAt.isAfter(other.receivedAt);
    }
}
