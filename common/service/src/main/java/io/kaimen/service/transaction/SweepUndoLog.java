package io.kaimen.service.transaction;

import com.xxl.job.core.handler.annotation.XxlJob;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.seata.core.exception.TransactionException;
import org.apache.seata.core.model.GlobalStatus;
import org.apache.seata.tm.TransactionManagerHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes undo rows of global transactions that have ended.
 *
 * <p>Seata answers a branch commit before the row is deleted; when the process dies or the database
 * is away in that second, the row stays until the server's own weekly cleaning. A rolled-back
 * branch deletes its row in the same transaction that undoes it, so a row whose global transaction
 * the server no longer knows belongs to a commit and undoes nothing. Seata's marks (status 1) are
 * left to Seata.
 */
public class SweepUndoLog {

    private static final Logger log = LoggerFactory.getLogger(SweepUndoLog.class);
    private static final int BATCH = 200;
    private static final Set<GlobalStatus> ENDED =
            Set.of(GlobalStatus.Finished, GlobalStatus.Committed);

    private final JdbcClient jdbc;
    private final Duration age;

    SweepUndoLog(JdbcClient jdbc, Duration age) {
        this.jdbc = jdbc;
        this.age = age;
    }

    /** Job {@code sweepUndoLog}: deletes what is older than a global transaction lives. */
    @XxlJob("sweepUndoLog")
    public void sweepUndoLog() {
        for (String xid : old()) {
            try {
                if (ENDED.contains(TransactionManagerHolder.get().getStatus(xid))) {
                    jdbc.sql("delete from undo_log where xid = ? and log_status = 0")
                            .param(xid)
                            .update();
                    log.info("undo rows of {} are gone, it has ended", xid);
                }
            } catch (TransactionException e) {
                // Without the server nobody knows; the next sweep asks again.
                log.warn("status of {} is unknown: {}", xid, e.toString());
                return;
            }
        }
    }

    private List<String> old() {
        return jdbc.sql(
                        """
                        select xid from undo_log
                        where log_status = 0 and log_created < now(6) - interval ? second
                        group by xid order by min(log_created) limit ?
                        """)
                .param(age.toSeconds())
                .param(BATCH)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
