package io.kaimen.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private static Numbers at(String instant) {
        return new Numbers(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    @Test
    void areWhatPaymentPlatformsTakeForAnOrderNumber() {
        assertThat(at("2026-11-20T02:15:00.123Z").next()).matches("[0-9A-Za-z_-]{6,32}");
    }

    @Test
    void sortByTime() {
        assertThat(at("2026-11-20T15:59:59.999Z").next())
                .startsWith("20261120235959999")
                .isLessThan(at("2026-11-20T16:00:00.000Z").next());
    }

    @Test
    void differWithinAMillisecond() {
        Numbers numbers = at("2026-11-20T02:15:00.123Z");

        assertThat(
                        IntStream.range(0, 10_000)
                                .mapToObj(i -> numbers.next())
                                .collect(Collectors.toSet()))
                .hasSize(10_000);
    }
}
