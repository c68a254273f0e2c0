package io.kaimen.contracts.comm;

import java.time.Instant;

/**
 * Where and when a cabinet's message was made and received.
 *
 * @param bootId the cabinet's boot; sequence and uptime restart with it
 * @param sequence rises by one with each event of the boot; 0 for messages that are not events
 * @param uptimeMillis the cabinet's monotonic clock when the message was made, in ms since that
 *     boot
 * @param receivedAt when comm-service read it from the socket; the time that counts across boots
 * @param instance the comm-service instance that received it
 * @param epoch the route's epoch: which connection of this cabinet it came through
 */
public record Origin(
        String bootId,
        long sequence,
        long uptimeMillis,
        Instant receivedAt,
        String instance,
        long epoch) {}
