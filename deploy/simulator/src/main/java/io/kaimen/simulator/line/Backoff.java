package io.kaimen.simulator.line;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before trying again: longer each time, and never all at the same moment. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The wait after one more failure: between half of and the whole doubled time. */
    Duration next() {
        long most = Math.min(FIRST.toMillis() << Math.min(failures, 10), LONGEST.toMillis());
        failures++;
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }

    void succeeded() {
        failures = 0;
    }
}
