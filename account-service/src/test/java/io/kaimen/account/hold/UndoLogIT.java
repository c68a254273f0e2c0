package io.kaimen.account.hold;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.account.OnAccountService;
import io.kaimen.account.Rows;
import io.kaimen.service.transaction.SweepUndoLog;
import java.util.UUID;
import org.apache.seata.core.context.RootContext;
import org.apache.seata.core.exception.TransactionException;
import org.apache.seata.tm.api.GlobalTransaction;
import org.apache.seata.tm.api.GlobalTransactionContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Undo rows that a process left behind when it died between a commit and its cleaning. */
@OnAccountService
class UndoLogIT {

    @Autowired SweepUndoLog sweep;
    @Autowired Rows rows;

    @Test
    void rowsOfAGlobalTransactionThatHasEndedGo() throws TransactionException {
        GlobalTransaction ended = GlobalTransactionContext.createNew();
        ended.begin(30_000, "test");
        String xid = ended.getXid();
        ended.commit();
        leave(xid, 60, 0);
        // The server ends it a moment after it has answered.
        await().untilAsserted(() -> {
            sweep.sweepUndoLog();
            assertThat(left(xid)).isZero();
        });
    }

    @Test
    void rowsOfARunningOneStayHoweverOldTheyAre() throws TransactionException {
        GlobalTransaction running = GlobalTransactionContext.createNew();
        running.begin(30_000, "test");
        // The rows are not this thread's part of it.
        String xid = requireNonNull(RootContext.unbind());
        leave(xid, 60, 0);
        try {
            sweep.sweepUndoLog();
            assertThat(left(xid)).isEqualTo(1);
        } finally {
            rows.change("delete from undo_log where xid = ?", xid);
            RootContext.bind(xid);
            running.rollback();
        }
    }

    @Test
    void whatIsYoungOrSeatasOwnMarkIsLeftAlone() {
        String young = "unknown:" + UUID.randomUUID();
        String mark = "unknown:" + UUID.randomUUID();
        leave(young, 1, 0);
        leave(mark, 60, 1);
        sweep.sweepUndoLog();
        assertThat(left(young)).isEqualTo(1);
        assertThat(left(mark)).isEqualTo(1);
        rows.change("delete from undo_log where xid in (?, ?)", young, mark);
    }

    private void leave(String xid, int secondsAgo, int status) {
        rows.change(
                """
                insert into undo_log
                values (1, ?, '', '', ?, now(6) - interval ? second, now(6) - interval ? second)
                """,
                xid,
                status,
                secondsAgo,
                secondsAgo);
    }

    private long left(String xid) {
        return rows.count("undo_log where xid = ?", xid);
    }
}
