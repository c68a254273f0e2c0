package io.kaimen.local.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class OperatorTokenTest {

    private static final String KEY =
            Base64.getEncoder()
                    .encodeToString(
                            "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    @Test
    void isAnAdministratorsForAFewMinutes() {
        var parts = OperatorToken.of(KEY, "admin", NOW).split("\\.");

        assertThat(parts).hasSize(3);
        var claims = Http.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("sub").asString()).isEqualTo("admin");
        assertThat(claims.path("role").asString()).isEqualTo("ADMINISTRATOR");
        assertThat(claims.path("exp").asLong()).isEqualTo(NOW.plusSeconds(300).getEpochSecond());
    }

    @Test
    void anotherKeySignsOtherwise() {
        var other = KEY.replace('M', 'N');

        assertThat(OperatorToken.of(KEY, "admin", NOW))
                .isNotEqualTo(OperatorToken.of(other, "admin", NOW));
    }
}
