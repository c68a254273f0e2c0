package io.kaimen.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.sandbox.time.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final PlatformClock clock = new PlatformClock();
    private final Faults faults = new Faults(clock);

    @Test
    void strikesAsOftenAsAsked() {
        faults.add(fault(FaultKind.ANSWER_LOST, null, null, 2, 0));

        assertThat(faults.strike(FaultKind.ANSWER_LOST, "K1", "CREATE")).isPresent();
        assertThat(faults.strike(FaultKind.ANSWER_LOST, "K2", "PAY")).isPresent();
        assertThat(faults.strike(FaultKind.ANSWER_LOST, "K3", "CREATE")).isEmpty();
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void strikesOnlyTheOrderAndTheOperationNamed() {
        faults.add(fault(FaultKind.ANSWER_LOST, "K1", "CREATE", null, 0));

        assertThat(faults.strike(FaultKind.ANSWER_LOST, "K2", "CREATE")).isEmpty();
        assertThat(faults.strike(FaultKind.ANSWER_LOST, "K1", "CANCEL")).isEmpty();
        assertThat(faults.strike(FaultKind.ANSWER_FAILED, "K1", "CREATE")).isEmpty();
        assertThat(faults.strike(FaultKind.ANSWER_LOST, "K1", "CREATE")).isPresent();
        assertThat(faults.strike(FaultKind.ANSWER_LOST, "K1", "CREATE")).isPresent();
    }

    @Test
    void setsThePlatformsClockWhileItIsOn() {
        Fault ahead = faults.add(fault(FaultKind.CLOCK_OFFSET, null, null, null, 3_600_000));
        assertThat(Duration.between(Instant.now(), clock.instant()))
                .isCloseTo(Duration.ofHours(1), Duration.ofSeconds(30));

        assertThat(faults.remove(ahead.id())).isTrue();
        assertThat(Duration.between(Instant.now(), clock.instant()))
                .isCloseTo(Duration.ZERO, Duration.ofSeconds(30));
        assertThat(faults.remove(ahead.id())).isFalse();
    }

    private static Fault fault(
            FaultKind kind,
            @Nullable String outOrderNo,
            @Nullable String on,
            @Nullable Integer times,
            long millis) {
        return new Fault(0, kind, outOrderNo, on, times, millis, null);
    }
}
