package io.kaimen.contracts.comm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command: the cabinet's acknowledgement, or comm-service's word that it could not
 * be given.
 *
 * @param answeredAt when comm-service knew
 */
public record CommandAnswered(
        String commandId,
        String sn,
        String instance,
        Outcome outcome,
        Instant answeredAt,
        @Nullable String detail) {

    /** What became of it. */
    public enum Outcome {
        /** Written to the cabinet's socket. */
        SENT,
        /** The cabinet accepted it and will act (or has acted). */
        ACKNOWLEDGED,
        /** The cabinet refused it; see the detail. */
        REFUSED,
        /** Its expiry had passed, here or in the cabinet. */
        EXPIRED,
        /** This instance does not hold the cabinet's connection. */
        NOT_HERE
    }
}
