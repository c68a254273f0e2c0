package io.kaimen.service.messaging;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a handler's work once per group and event id: the id is a row of the work's own transaction.
 */
class ConsumedMessages {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ConsumedMessages(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @return whether the work was done now; false when it had been done before
     */
    boolean once(String group, String eventId, Runnable work) {
        Boolean done =
                transaction.execute(status -> {
                    if (!remember(group, eventId)) {
                        return false;
                    }
                    work.run();
                    return true;
                });
        return Boolean.TRUE.equals(done);
    }

    /** A delivery of the same event at the same time waits here for the first one's commit. */
    private boolean remember(String group, String eventId) {
        try {
            jdbc.sql(
                            "insert into consumed_message (consumer_group, event_id, consumed_at) values (?, ?, ?)")
                    .params(group, eventId, Timestamp.from(clock.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException seen) {
            return false;
        }
    }
}
