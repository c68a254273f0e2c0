package io.kaimen.service.messaging;

import io.kaimen.contracts.Topic;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message waiting in the outbox table. */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record OutboxRow(
        String eventId,
        Topic topic,
        String key,
        @Nullable String tag,
        byte[] body,
        @Nullable Instant deliverAt) {}
