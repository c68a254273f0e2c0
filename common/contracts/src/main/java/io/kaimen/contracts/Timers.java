package io.kaimen.contracts;

import java.time.Duration;
import java.util.List;

/**
 * The default timers of a purchase, in one place because they only work together; TimersTest
 * asserts the inequalities between them. Each can be configured where it is used; these are the
 * defaults.
 */
public record Timers(
        Duration authorise,
        Duration openCommandExpiry,
        Duration unlockWindow,
        List<Duration> doorQueries,
        Duration postCloseWeights,
        Duration postCloseWeightsLook,
        List<Duration> doorLeftOpenAlarms,
        Duration abnormal,
        Duration heartbeat,
        Duration silent,
        Duration doorLockLease) {

    public static final Timers DEFAULTS =
            new Timers(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(8),
                    Duration.ofSeconds(14),
                    List.of(
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(4),
                            Duration.ofSeconds(8),
                            Duration.ofSeconds(16),
                            Duration.ofSeconds(24)),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(2),
                    List.of(Duration.ofMinutes(3), Duration.ofMinutes(10)),
                    Duration.ofMinutes(30),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(90));
}
