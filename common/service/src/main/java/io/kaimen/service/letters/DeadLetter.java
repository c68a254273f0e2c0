package io.kaimen.service.letters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parked message as operators see it, without its body.
 *
 * @param group the consumer group whose handler failed
 * @param tries handlings that failed, replays included
 * @param firstFailedAt as far as the instance that parked it has seen the tries
 * @param reason why it was discarded
 */
record DeadLetter(
        long id,
        String group,
        String topic,
        String eventId,
        @Nullable String key,
        State state,
        String errorClass,
        String errorMessage,
        int tries,
        Instant firstFailedAt,
        Instant lastFailedAt,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable String reason) {

    enum State {
        PARKED,
        REPLAYED,
        DISCARDED
    }
}
