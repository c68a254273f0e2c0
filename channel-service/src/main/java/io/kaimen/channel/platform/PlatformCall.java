package io.kaimen.channel.platform;

import io.kaimen.contracts.Platform;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call we made to a payment platform. Of what was sent and answered nothing is kept: no bodies,
 * no identities.
 *
 * @param status HTTP status of a refusal; null of an answer that was accepted or never came
 * @param error the platform's error code, or what was wrong with the answer
 * @param millis how long it took
 */
public record PlatformCall(
        String orderNo,
        Platform platform,
        Operation operation,
        Outcome outcome,
        @Nullable Integer status,
        @Nullable String error,
        Instant startedAt,
        long millis) {

    /** What was asked. */
    public enum Operation {
        CREATE,
        QUERY,
        CANCEL,
        COMPLETE
    }

    /** What came of it. */
    public enum Outcome {
        OK,
        REFUSED,
        /** No answer, or none that can be trusted: nobody knows whether it happened. */
        UNCLEAR
    }
}
