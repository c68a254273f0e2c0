package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import java.time.Duration;
import java.util.List;

/** Findings that a query makes by itself. */
final class Findings {

    private Findings() {}

    /**
     * One for each row.
     *
     * @param sql answers {@code place}, {@code item}, {@code problem} and {@code since}, the last
     *     null for what cannot come right by itself
     * @param patience how long the others may take
     */
    static List<Finding> of(Evidence evidence, String sql, Duration patience) {
        return evidence.tables().rows(sql).stream()
                .map(row ->
                        Finding.staying(
                                row.text("place"),
                                row.text("item"),
                                row.text("problem"),
                                row.timeOrNull("since"),
                                patience,
                                evidence.now()))
                .toList();
    }
}
