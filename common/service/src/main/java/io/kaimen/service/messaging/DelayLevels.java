package io.kaimen.service.messaging;

import java.time.Duration;
import java.util.List;

/** The broker's own table of delays ({@code messageDelayLevel}), the only ones it redelivers in. */
final class DelayLevels {

    /** Level 1 is the first. */
    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(3),
                    Duration.ofMinutes(4),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(6),
                    Duration.ofMinutes(7),
                    Duration.ofMinutes(8),
                    Duration.ofMinutes(9),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(20),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(2));

    private DelayLevels() {}

    /** The wait of a level; the longest for those beyond the table. */
    static Duration wait(int level) {
        return WAITS.get(Math.clamp(level, 1, WAITS.size()) - 1);
    }

    /** The lowest level that waits at least so long. */
    static int of(Duration wait) {
        for (int level = 1; level < WAITS.size(); level++) {
            if (wait(level).compareTo(wait) >= 0) {
                return level;
            }
        }
        return WAITS.size();
    }
}
