package io.kaimen.account.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookScheduleTest {

    private final LookSchedule schedule =
            new LookSchedule(Duration.ofSeconds(5), Duration.ofMinutes(10));

    @Test
    void doublesUntilTheLongestWait() {
        assertThat(IntStream.rangeClosed(1, 9).mapToObj(schedule::after).map(Duration::toSeconds))
                .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L);
    }

    @Test
    void staysAtTheLongestWaitForEver() {
        assertThat(schedule.after(1_000_000)).isEqualTo(Duration.ofMinutes(10));
    }
}
