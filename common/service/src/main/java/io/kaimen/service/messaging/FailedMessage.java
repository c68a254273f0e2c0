package io.kaimen.service.messaging;

import io.kaimen.contracts.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that its handler has failed at for the last time.
 *
 * @param group the consumer group, prefix included
 * @param eventId the envelope's, or a digest of a body that has none
 * @param key as the broker has it
 * @param tries handlings that failed, 1 for a body that cannot be decoded
 * @param firstFailedAt as far as this instance has seen the tries
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record FailedMessage(
        String group,
        Topic topic,
        String eventId,
        @Nullable String key,
        byte[] body,
        Throwable failure,
        int tries,
        Instant firstFailedAt) {}
