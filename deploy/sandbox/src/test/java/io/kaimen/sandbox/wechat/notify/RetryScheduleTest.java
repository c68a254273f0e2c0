package io.kaimen.sandbox.wechat.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    @Test
    void waitsAsWeChatDoes() {
        RetrySchedule schedule = new RetrySchedule(1);

        assertThat(IntStream.rangeClosed(1, 9).mapToObj(schedule::waitAfter))
                .extracting(wait -> wait.orElseThrow().toSeconds())
                .containsExactly(15L, 15L, 30L, 180L, 1800L, 1800L, 1800L, 1800L, 3600L);
        assertThat(schedule.waitAfter(10)).isEmpty();
    }

    @Test
    void canBeSpedUp() {
        assertThat(new RetrySchedule(0.01).waitAfter(4).map(Duration::toMillis))
                .isEqualTo(Optional.of(1800L));
    }
}
