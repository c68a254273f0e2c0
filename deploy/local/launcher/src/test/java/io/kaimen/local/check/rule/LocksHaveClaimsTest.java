package io.kaimen.local.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.local.check.source.DoorLocks.DoorLock;
import io.kaimen.local.check.source.Evidence;
import io.kaimen.local.check.source.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LocksHaveClaimsTest {

    private static final Row CLAIM = new Row(Map.of("claim", "C1:1 K1:token"));

    @Test
    void aLockOfAClaimIsRight() {
        assertThat(look(lock("K1:token", Duration.ofSeconds(30)))).isEmpty();
    }

    @Test
    void aLockNoClaimHasIsNamed() {
        assertThat(look(lock("K2:token", Duration.ofSeconds(30))))
                .containsExactly(
                        new Finding(
                                "Redis",
                                "kaimen:door-lock:C1:1",
                                "no claim has its token K2:token",
                                false));
    }

    @Test
    void aLockThatWasJustTakenMayComeBeforeItsClaim() {
        assertThat(look(lock("K2:token", Duration.ofSeconds(88))))
                .singleElement()
                .matches(Finding::running);
    }

    @Test
    void aLockWithoutALeaseIsNamedEvenWhenItHasAClaim() {
        assertThat(look(lock("K1:token", null)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.what()).startsWith("has no lease");
                    assertThat(found.running()).isFalse();
                });
    }

    private static DoorLock lock(String token, @Nullable Duration left) {
        return new DoorLock("kaimen:door-lock:C1:1", "C1", 1, token, left);
    }

    private static List<Finding> look(DoorLock lock) {
        return new LocksHaveClaims()
                .look(
                        new Evidence(
                                sql -> List.of(CLAIM),
                                () -> List.of(lock),
                                new NoMessages(),
                                new NoOrders(),
                                Instant.parse("2026-03-01T12:00:00Z")));
    }
}
