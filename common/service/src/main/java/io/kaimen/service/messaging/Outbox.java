package io.kaimen.service.messaging;

import io.kaimen.contracts.Topic;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Publishes with the database's consent: the message is a row of the caller's transaction, sent
 * when that commits, and sent again by {@link OutboxRelay} if that fails. Consumers may see it
 * twice, under the same event id.
 */
public class Outbox {

    private final JdbcClient jdbc;
    private final MessageSender sender;
    private final MessageCodec codec;
    private final OutboxQueue queue;
    private final Clock clock;

    public Outbox(
            JdbcClient jdbc,
            MessageSender sender,
            MessageCodec codec,
            OutboxQueue queue,
            Clock clock) {
        this.jdbc = jdbc;
        this.sender = sender;
        this.codec = codec;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * @throws IllegalTransactionStateException outside a transaction
     */
    public void publish(Topic topic, String key, Object payload) {
        store(topic, key, null, payload, null);
    }

    /** For the consumers that asked for this tag. */
    public void publishTagged(Topic topic, String key, String tag, Object payload) {
        store(topic, key, tag, payload, null);
    }

    /**
     * A hint to look later. It may come late, twice or never: a sweep is the authority behind it.
     */
    public void publishLater(Topic topic, String key, Object payload, Duration delay) {
        store(topic, key, null, payload, clock.instant().plus(delay));
    }

    private void store(
            Topic topic,
            String key,
            @Nullable String tag,
            Object payload,
            @Nullable Instant deliverAt) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException(
                    topic.topicName() + " published outside a transaction");
        }
        String eventId = UUID.randomUUID().toString();
        byte[] body = codec.encode(sender.envelope(topic, key, eventId, payload));
        jdbc.sql(
                        """
                        insert into outbox (event_id, topic, message_key, tag, body, deliver_at, created_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(eventId)
                .param(topic.name())
                .param(key)
                .param(tag)
                .param(body)
                .param(deliverAt == null ? null : Timestamp.from(deliverAt))
                .param(Timestamp.from(clock.instant()))
                .update();
        var row = new OutboxRow(eventId, topic, key, tag, body, deliverAt);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        queue.send(row);
                    }
                });
    }
}
