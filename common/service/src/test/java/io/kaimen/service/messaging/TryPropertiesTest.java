package io.kaimen.service.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TryPropertiesTest {

    private final TryProperties defaults =
            new TryProperties(
                    18,
                    10,
                    Duration.ofMillis(200),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(3));

    @ParameterizedTest
    @CsvSource({"1, 200", "2, 400", "3, 800", "5, 3200", "6, 5000", "10, 5000", "2000000, 5000"})
    void waitsLongerAfterEachTryUpToALimit(int tries, long millis) {
        assertThat(defaults.afterAbsences(tries)).hasMillis(millis);
    }

    @Test
    void holdsAnOrderedQueueUpForLessThanHalfAMinute() {
        Duration held = Duration.ZERO;
        for (int failures = 1; failures < defaults.ordered(); failures++) {
            held = held.plus(defaults.afterAbsences(failures));
        }
        assertThat(held).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aShortAbsenceCostsTheNextTryAFewSecondsAtMost() {
        for (int absences = 1; absences < 1_000; absences++) {
            assertThat(DelayLevels.of(defaults.afterAbsences(absences))).isBetween(1, 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1000, 1", "1001, 2", "60000, 5", "7200000, 18", "99999999, 18"})
    void aWaitBecomesTheLowestDelayLevelThatIsLongEnough(long millis, int level) {
        assertThat(DelayLevels.of(Duration.ofMillis(millis))).isEqualTo(level);
    }
}
