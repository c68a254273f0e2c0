package io.kaimen.service.messaging;

import io.kaimen.contracts.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends outbox rows whose first send failed or whose process died, and forgets event ids handled
 * long ago. Any number of instances.
 */
class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 100;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MessageSender sender;
    private final MessagingProperties properties;
    private final Clock clock;
    private volatile ScheduledExecutorService timer = stopped();

    OutboxRelay(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MessageSender sender,
            MessagingProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.sender = sender;
        this.properties = properties;
        this.clock = clock;
    }

    /** Sends what was left behind, oldest first. Rows another instance is sending are skipped. */
    void relay() {
        int sent;
        do {
            Integer batch = transaction.execute(status -> relayBatch());
            sent = batch == null ? 0 : batch;
        } while (sent == BATCH);
    }

    private int relayBatch() {
        List<OutboxRow> rows =
                jdbc.sql(
                                """
                                select event_id, topic, message_key, tag, body, deliver_at from outbox
                                where created_at < ? order by id limit 100 for update skip locked
                                """)
                        .param(Timestamp.from(clock.instant().minus(properties.relayAge())))
                        .query(OutboxRelay::row)
                        .list();
        for (OutboxRow row : rows) {
            sender.sendNow(row.topic(), row.key(), row.tag(), row.body(), row.deliverAt());
            jdbc.sql("delete from outbox where event_id = ?").param(row.eventId()).update();
        }
        return rows.size();
    }

    private void forget() {
        jdbc.sql("delete from consumed_message where consumed_at < ? limit 10000")
                .param(Timestamp.from(clock.instant().minus(properties.remember())))
                .update();
    }

    @Override
    public void start() {
        ScheduledExecutorService fresh =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("outbox-relay").factory());
        long interval = properties.relayInterval().toMillis();
        fresh.scheduleWithFixedDelay(
                () -> guarded(this::relay), interval, interval, TimeUnit.MILLISECONDS);
        fresh.scheduleWithFixedDelay(() -> guarded(this::forget), 1, 10, TimeUnit.MINUTES);
        timer = fresh;
    }

    /** A failure must not end the schedule; the next round tries again. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("outbox relay failed, will try again: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return !timer.isShutdown();
    }

    private static ScheduledExecutorService stopped() {
        ScheduledExecutorService none = Executors.newSingleThreadScheduledExecutor();
        none.shutdown();
        return none;
    }

    private static OutboxRow row(ResultSet row, int number) throws SQLException {
        Timestamp deliverAt = row.getTimestamp("deliver_at");
        return new OutboxRow(
                row.getString("event_id"),
                Topic.valueOf(row.getString("topic")),
                row.getString("message_key"),
                row.getString("tag"),
                row.getBytes("body"),
                deliverAt == null ? null : deliverAt.toInstant());
    }
}
