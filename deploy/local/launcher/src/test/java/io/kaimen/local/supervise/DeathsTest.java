package io.kaimen.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeathsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Deaths deaths = new Deaths();

    @Test
    void fiveWithinAMinuteAreTooMany() {
        for (var second = 0; second < 4; second++) {
            assertThat(deaths.another(NOON.plusSeconds(second))).isTrue();
        }
        assertThat(deaths.another(NOON.plusSeconds(59))).isFalse();
    }

    @Test
    void oldOnesAreForgotten() {
        for (var minute = 0; minute < 20; minute++) {
            assertThat(deaths.another(NOON.plusSeconds(20L * minute))).isTrue();
        }
    }
}
