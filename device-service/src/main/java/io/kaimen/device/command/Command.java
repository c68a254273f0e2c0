package io.kaimen.device.command;

import io.kaimen.contracts.comm.CommandAnswered.Outcome;
import io.kaimen.contracts.device.CabinetCommand.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command given to a cabinet.
 *
 * @param orderNo the order it serves; null when it serves none
 * @param instance the comm-service instance it was last handed to
 * @param sends how often it was handed to one
 * @param notHere how often that one did not hold the cabinet
 * @param outcome the last answer; null while there is none
 */
public record Command(
        String commandId,
        String sn,
        int door,
        Kind kind,
        @Nullable String orderNo,
        String instance,
        long epoch,
        int sends,
        int notHere,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant sentAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Outcome outcome,
        @Nullable String detail,
        @Nullable Instant answeredAt) {

    /** Whether it ran out, and as far as anyone said was not obeyed before. */
    public boolean expiredUnobeyed() {
        return outcome == Outcome.EXPIRED && acknowledgedAt == null;
    }

    /** Whether it is certain that no cabinet has ever seen it: every instance sent it back. */
    public boolean neverReachedTheCabinet() {
        return sentAt == null && acknowledgedAt == null && notHere >= sends;
    }
}
