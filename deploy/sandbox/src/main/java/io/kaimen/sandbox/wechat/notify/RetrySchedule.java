package io.kaimen.sandbox.wechat.notify;

import java.time.Duration;
import java.util.Optional;

/** WeChat's schedule for Pay Score's confirm and paid notifications. */
final class RetrySchedule {

    private static final long[] SECONDS = {15, 15, 30, 180, 1800, 1800, 1800, 1800, 3600};

    private final double scale;

    /** A schedule whose waits are multiplied by the scale. */
    RetrySchedule(double scale) {
        this.scale = scale;
    }

    /** How long to wait after that many failed attempts; empty when it is time to give up. */
    Optional<Duration> waitAfter(int attempts) {
        return attempts > SECONDS.length
                ? Optional.empty()
                : Optional.of(scaled(Duration.ofSeconds(SECONDS[attempts - 1])));
    }

    /** A duration of the real platform in this schedule's time. */
    Duration scaled(Duration real) {
        return Duration.ofMillis(Math.round(real.toMillis() * scale));
    }
}
