package io.kaimen.local.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Events as lines, in order of time. */
public final class Moments {

    private Moments() {}

    /**
     * The lines.
     *
     * @param scannedAt where the milliseconds count from
     * @param events in any order; of one millisecond they keep theirs
     */
    public static List<String> lines(Instant scannedAt, List<Event> events) {
        int who = widest(events.stream().map(Event::who));
        int state = widest(events.stream().map(Event::state));
        var format = "%%7d ms  %%-%ds  %%-%ds  %%s".formatted(who, state);
        return events.stream()
                .sorted(Comparator.comparing(Event::at))
                .map(event ->
                        format.formatted(
                                Duration.between(scannedAt, event.at()).toMillis(),
                                event.who(),
                                event.state(),
                                event.what()))
                .toList();
    }

    private static int widest(Stream<String> texts) {
        return Math.max(1, texts.mapToInt(String::length).max().orElse(1));
    }
}
