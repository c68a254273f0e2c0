package io.kaimen.sandbox.wechat.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NoncesTest {

    private final Instant now = Instant.parse("2026-11-20T02:00:00Z");
    private final Nonces nonces = new Nonces(Duration.ofMinutes(10));

    @Test
    void takesANonceOnceWithinTheWindow() {
        assertThat(nonces.firstUse("a", now)).isTrue();
        assertThat(nonces.firstUse("b", now)).isTrue();
        assertThat(nonces.firstUse("a", now.plusSeconds(600))).isFalse();
    }

    @Test
    void forgetsANonceAfterTheWindow() {
        assertThat(nonces.firstUse("a", now)).isTrue();
        assertThat(nonces.firstUse("a", now.plusSeconds(601))).isTrue();
    }
}
