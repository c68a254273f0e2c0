package io.kaimen.device.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.comm.Origin;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {

    /** The close is at boot a, 1000 ms up, received at 50 s. */
    @ParameterizedTest
    @CsvSource({
        // same boot: the cabinet's clock decides, whatever the times of receipt
        "a, 1001, 49, true",
        "a, 1001, 51, true",
        "a, 1000, 51, false",
        "a,  999, 60, false",
        // another boot: the time of receipt decides, whatever the uptimes
        "b,    5, 51, true",
        "b, 9999, 50, false",
        "b, 9999, 49, false",
    })
    void aReadingIsNewerThanTheClose(String boot, long up, long receivedSecond, boolean newer) {
        var close = new Moment("a", 1000, Instant.ofEpochSecond(50));
        var reading = new Moment(boot, up, Instant.ofEpochSecond(receivedSecond));
        assertThat(reading.isAfter(close)).isEqualTo(newer);
    }

    @Test
    void isKeptToTheMillisecondLikeTheDatabaseDoes() {
        var origin = new Origin("a", 1, 2, Instant.parse("2026-01-01T00:00:00.123987Z"), "c", 1);
        assertThat(Moment.of(origin).receivedAt())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00.123Z"));
    }
}
