package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A table that is empty when nothing goes on, in whichever schemas it is. */
final class NothingLeftBehind implements Rule {

    private final String name;
    private final String says;
    private final String table;
    private final String row;
    private final Duration patience;

    private NothingLeftBehind(
            String name, String says, String table, String row, Duration patience) {
        this.name = name;
        this.says = says;
        this.table = table;
        this.row = row;
        this.patience = patience;
    }

    /** Messages that follow a change of rows and wait to be sent. */
    static Rule outbox() {
        return new NothingLeftBehind(
                "outbox-sent",
                "every outbox row was sent",
                "outbox",
                """
                event_id item, concat('for ', topic, ' ', message_key, ' waits since ', created_at)
                    problem, created_at since from %s.outbox
                """,
                Patience.MESSAGE);
    }

    /**
     * What would undo a branch of a global transaction. Seata itself leaves a mark (status 1) for a
     * branch that was rolled back before it wrote anything, to turn it away should it come late,
     * and clears the marks after a week: those undo nothing.
     */
    static Rule undoLog() {
        return new NothingLeftBehind(
                "undo-log-empty",
                "no global transaction left undo rows",
                "undo_log",
                """
                xid item, concat('branch ', branch_id, ' of ', log_created) problem,
                    log_created since from %s.undo_log where log_status <> 1
                """,
                Patience.GLOBAL_TRANSACTION);
    }

    /** Messages their handler could not handle, which wait for an operator. */
    static Rule deadLetters() {
        return new NothingLeftBehind(
                "no-parked-letters",
                "no message waits for an operator",
                "dead_letter",
                """
                concat(consumer_group, ' ', event_id) item, concat('of ', topic, ' ',
                    coalesce(message_key, ''), ': ', error_class, ' ', error_message) problem,
                    null since from %s.dead_letter where state = 'PARKED'
                """,
                Duration.ZERO);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String says() {
        return says;
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        var findings = new ArrayList<Finding>();
        for (var schema : schemas(evidence)) {
            var sql = "select '%s.%s' place, ".formatted(schema, table) + row.formatted(schema);
            findings.addAll(Findings.of(evidence, sql, patience));
        }
        return findings;
    }

    private List<String> schemas(Evidence evidence) {
        return evidence
                .tables()
                .rows(
                        "select table_schema place from information_schema.tables where table_name = '%s'"
                                .formatted(table))
                .stream()
                .map(row -> row.text("place"))
                .toList();
    }
}
