package io.kaimen.account.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.service.security.Role;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OperatorTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Operator operator =
            new Operator(
                    "ada", "hash", Role.FINANCE, Operator.Status.ACTIVE, 0, null, Instant.EPOCH);

    @Test
    void forgivesTwoTypingErrors() {
        assertThat(failed(2).isLockedAt(NOON)).isFalse();
    }

    @Test
    void makesEachFurtherFailureWaitLongerUpToFiveMinutes() {
        assertThat(failed(3).lockedUntil()).isEqualTo(NOON.plusSeconds(1));
        assertThat(failed(4).lockedUntil()).isEqualTo(NOON.plusSeconds(2));
        assertThat(failed(7).lockedUntil()).isEqualTo(NOON.plusSeconds(16));
        assertThat(failed(500).lockedUntil()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
    }

    @Test
    void isFreeWhenTheWaitIsOver() {
        assertThat(failed(3).isLockedAt(NOON)).isTrue();
        assertThat(failed(3).isLockedAt(NOON.plusSeconds(1))).isFalse();
    }

    @Test
    void startsAnewAfterALogin() {
        Operator fresh = failed(9).loggedIn().failedAt(NOON);

        assertThat(fresh.failures()).isEqualTo(1);
        assertThat(fresh.isLockedAt(NOON)).isFalse();
    }

    private Operator failed(int times) {
        Operator failed = operator;
        for (int i = 0; i < times; i++) {
            failed = failed.failedAt(NOON);
        }
        return failed;
    }
}
