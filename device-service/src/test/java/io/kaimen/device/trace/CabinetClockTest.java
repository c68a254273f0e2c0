package io.kaimen.device.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CabinetClockTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final CabinetClock clock = new CabinetClock();

    @Test
    void whatArrivesAtOnceIsSpreadAsItWasTaken() {
        clock.heard("a", 1_000, NOON);
        Instant batch = NOON.plusMillis(5_000);
        clock.heard("a", 4_300, batch);
        clock.heard("a", 4_600, batch);

        assertThat(clock.at("a", 4_300, batch)).isEqualTo(NOON.plusMillis(3_300));
        assertThat(clock.at("a", 4_600, batch)).isEqualTo(NOON.plusMillis(3_600));
    }

    @Test
    void theQuickestMessageIsTheReference() {
        clock.heard("a", 1_000, NOON.plusMillis(800));
        clock.heard("a", 2_000, NOON.plusMillis(1_002));

        assertThat(clock.at("a", 1_000, NOON.plusMillis(800))).isEqualTo(NOON.plusMillis(2));
    }

    @Test
    void eachBootHasItsOwn() {
        clock.heard("a", 500_000, NOON);
        clock.heard("b", 2_000, NOON.plusSeconds(20));

        assertThat(clock.at("b", 3_000, NOON.plusSeconds(60))).isEqualTo(NOON.plusSeconds(21));
    }

    @Test
    void aBootNeverHeardOfIsTakenAtItsReceipt() {
        assertThat(clock.at("operator", 0, NOON)).isEqualTo(NOON);
    }
}
