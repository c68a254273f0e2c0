package io.kaimen.service.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TryPropertiesTest {

    private final TryProperties defaults =
            new TryProperties(16, 10, Duration.ofMillis(200), Duration.ofSeconds(5));

    @ParameterizedTest
    @CsvSource({"1, 200", "2, 400", "3, 800", "5, 3200", "6, 5000", "10, 5000", "2000000, 5000"})
    void waitsLongerAfterEachTryUpToALimit(int tries, long millis) {
        assertThat(defaults.waitAfter(tries)).hasMillis(millis);
    }

    @Test
    void holdsAnOrderedQueueUpForLessThanHalfAMinute() {
        Duration held = Duration.ZERO;
        for (int failures = 1; failures < defaults.ordered(); failures++) {
            held = held.plus(defaults.waitAfter(failures));
        }
        assertThat(held).isLessThan(Duration.ofSeconds(30));
    }
}
