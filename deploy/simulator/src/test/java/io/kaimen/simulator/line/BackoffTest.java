package io.kaimen.simulator.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(new Random(1));

    @Test
    void waitsLongerEachTimeUpToABound() {
        for (long most : new long[] {500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000}) {
            assertThat(backoff.next())
                    .isBetween(Duration.ofMillis(most / 2), Duration.ofMillis(most));
        }
    }

    @Test
    void startsAnewAfterASuccess() {
        backoff.next();
        backoff.next();
        backoff.succeeded();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(500));
    }
}
