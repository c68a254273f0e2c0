package io.kaimen.local.chaos;

import io.kaimen.local.check.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a run went; as JSON what {@code deploy/chaos --json} writes.
 *
 * @param seed by which the same faults strike again
 * @param minutes how long faults struck
 * @param cabinets how many were bought at
 * @param holds whether every purchase ended well and every rule holds
 * @param lines one for each fault, and one for what met none
 * @param refusals why attempts got no order, with how often
 * @param failures what must not be, in words
 * @param check the rules that do not hold in the end; "holds" when all do
 */
record Report(
        long seed,
        double minutes,
        int cabinets,
        boolean holds,
        List<Tally.Line> lines,
        Map<String, Integer> refusals,
        List<String> failures,
        String check) {

    private static final String HEAD =
            """
            | fault | stage | purchases | paid | nothing due | cancelled | abnormal | refused | opened per command | back s | all ended s | check |
            |---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|
            """;

    static Report of(long seed, double minutes, int cabinets, Tally tally, Verdict verdict) {
        var failures = tally.failures();
        return new Report(
                seed,
                minutes,
                cabinets,
                failures.isEmpty() && verdict.holds(),
                tally.lines(),
                tally.refusals(),
                failures,
                Campaign.words(verdict));
    }

    /** A table as Markdown has it, and what is wrong below it. */
    String text() {
        var text = new StringBuilder(HEAD);
        lines.forEach(line -> text.append(row(line)));
        text.append(total());
        text.append(
                "%nSeed %d, %.0f min, %d cabinets; attempts that got no order: %s.%n"
                        .formatted(seed, minutes, cabinets, refusals));
        failures.forEach(failure -> text.append("- ").append(failure).append('\n'));
        return text.append(
                        holds
                                ? "Every purchase ended well, and every rule of deploy/check holds."
                                : "%d purchases did not end well; deploy/check: %s."
                                        .formatted(failures.size(), check))
                .toString();
    }

    private static String row(Tally.Line line) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %d | %d | %d | %d | %d | %.1f | %.1f | %s |%n",
                line.fault(),
                line.stage(),
                line.purchases(),
                line.paid(),
                line.nothingDue(),
                line.cancelled(),
                line.abnormal() + line.unfinished(),
                line.refused(),
                line.unlocksPerCommand(),
                line.backSeconds(),
                line.endedSeconds(),
                line.check());
    }

    private String total() {
        return String.format(
                "| **all** | | %d | %d | %d | %d | %d | %d | %d | | | %s |%n",
                sum(Tally.Line::purchases),
                sum(Tally.Line::paid),
                sum(Tally.Line::nothingDue),
                sum(Tally.Line::cancelled),
                sum(line -> line.abnormal() + line.unfinished()),
                sum(Tally.Line::refused),
                lines.stream().mapToInt(Tally.Line::unlocksPerCommand).max().orElse(0),
                check);
    }

    private int sum(java.util.function.ToIntFunction<Tally.Line> column) {
        return lines.stream().mapToInt(column).sum();
    }
}
