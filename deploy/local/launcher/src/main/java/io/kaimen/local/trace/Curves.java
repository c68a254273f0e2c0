package io.kaimen.local.trace;

import io.kaimen.contracts.trace.TracedLane;
import io.kaimen.contracts.trace.TracedLane.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lanes' weights over time as lines of text, all on one axis, with marks above. */
final class Curves {

    private static final String LEVELS = "▁▂▃▄▅▆▇█";
    private static final int COLUMNS = 72;

    /** A lane that moves by less than this share of a unit is drawn flat: hands lean on shelves. */
    private static final double FLAT_UNITS = 0.25;

    private static final double FLAT_GRAMS = 10;

    private final List<TracedLane> lanes;
    private final Instant begin;
    private final long millis;

    private Curves(List<TracedLane> lanes, Instant begin, Instant end) {
        this.lanes = lanes;
        this.begin = begin;
        this.millis = Math.max(1, Duration.between(begin, end).toMillis());
    }

    /** The drawing; nothing when there are no readings. */
    static List<String> of(OrderTrace trace) {
        var drawn = trace.lanes().stream().filter(lane -> !lane.curve().isEmpty()).toList();
        if (drawn.isEmpty()) {
            return List.of();
        }
        // The command comes before the first reading: a closed door's are far between.
        var times =
                Stream.concat(
                                Stream.ofNullable(trace.marks().commandedAt()),
                                drawn.stream()
                                        .flatMap(l ->
                                                Stream.of(
                                                        l.curve().getFirst().at(),
                                                        l.curve().getLast().at())))
                        .sorted()
                        .toList();
        return new Curves(drawn, times.getFirst(), times.getLast()).lines(trace);
    }

    private List<String> lines(OrderTrace trace) {
        var lines = new ArrayList<String>();
        lines.add(
                "Weights from %s to %s after the scan; C command, U unlocked, O open, X closed, B basket"
                        .formatted(
                                seconds(trace.scannedAt(), begin),
                                seconds(trace.scannedAt(), begin.plusMillis(millis))));
        lines.add(" ".repeat(20) + marks(trace.marks()));
        for (var lane : lanes) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "    lane %-3d%7.0f g %s %.0f g%s",
                            lane.lane(),
                            lane.curve().getFirst().grams(),
                            drawing(lane),
                            lane.curve().getLast().grams(),
                            thinned(lane)));
        }
        return lines;
    }

    private static String thinned(TracedLane lane) {
        return lane.readings() > lane.curve().size()
                ? " (%d of %d readings)".formatted(lane.curve().size(), lane.readings())
                : "";
    }

    private static String seconds(Instant from, Instant to) {
        return String.format(Locale.ROOT, "%.1f s", Duration.between(from, to).toMillis() / 1000.0);
    }

    private String marks(OrderTrace.Marks marks) {
        var row = new char[COLUMNS];
        Arrays.fill(row, ' ');
        mark(row, marks.decidedAt(), 'B');
        mark(row, marks.commandedAt(), 'C');
        mark(row, marks.unlockedAt(), 'U');
        mark(row, marks.closedAt(), 'X');
        mark(row, marks.openedAt(), 'O');
        return new String(row).stripTrailing();
    }

    /** Beside what stands there already, when there is room. */
    private void mark(char[] row, @Nullable Instant at, char letter) {
        if (at == null || at.isBefore(begin) || at.isAfter(begin.plusMillis(millis))) {
            return;
        }
        int column = column(at);
        while (row[column] != ' ' && column < COLUMNS - 1) {
            column++;
        }
        row[column] = letter;
    }

    private int column(Instant at) {
        return (int)
                Math.min(COLUMNS - 1, COLUMNS * Duration.between(begin, at).toMillis() / millis);
    }

    private String drawing(TracedLane lane) {
        var curve = lane.curve();
        double flat = lane.unitGrams() == null ? FLAT_GRAMS : FLAT_UNITS * lane.unitGrams();
        double least = curve.stream().mapToDouble(Point::grams).min().orElse(0);
        double most = curve.stream().mapToDouble(Point::grams).max().orElse(0);
        var row = new StringBuilder();
        for (var grams : columns(curve)) {
            row.append(Double.isNaN(grams) ? ' ' : level(grams, least, most, flat));
        }
        return row.toString();
    }

    private static char level(double grams, double least, double most, double flat) {
        double share = most - least < flat ? 0.5 : (grams - least) / (most - least);
        return LEVELS.charAt((int) Math.round(share * (LEVELS.length() - 1)));
    }

    /** Each column's last reading; a column without one shows what was last read. */
    private double[] columns(List<Point> curve) {
        var columns = new double[COLUMNS];
        Arrays.fill(columns, Double.NaN);
        curve.forEach(point -> columns[column(point.at())] = point.grams());
        for (int i = 1; i < COLUMNS; i++) {
            if (Double.isNaN(columns[i])) {
                columns[i] = columns[i - 1];
            }
        }
        return columns;
    }
}
