package io.kaimen.channel.authorisation;

import static io.kaimen.channel.authorisation.AuthorisationStatus.AUTHORISED;
import static io.kaimen.channel.authorisation.AuthorisationStatus.CREATED;
import static io.kaimen.channel.authorisation.AuthorisationStatus.ENDED;
import static io.kaimen.channel.authorisation.AuthorisationStatus.REFUSED;
import static io.kaimen.channel.authorisation.AuthorisationStatus.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kaimen.contracts.Platform;
import io.kaimen.service.state.IllegalMove;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorisationStatusTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final Map<AuthorisationStatus, Set<AuthorisationStatus>> ALLOWED =
            Map.of(
                    REQUESTED, Set.of(CREATED, REFUSED, AUTHORISED, ENDED),
                    CREATED, Set.of(AUTHORISED, ENDED),
                    AUTHORISED, Set.of(ENDED),
                    ENDED, Set.of(AUTHORISED),
                    REFUSED, Set.of());

    @ParameterizedTest
    @EnumSource
    void movesWhereItMayAndNowhereElse(AuthorisationStatus from) {
        for (var to : AuthorisationStatus.values()) {
            var authorisation = in(from);
            if (ALLOWED.getOrDefault(from, Set.of()).contains(to)) {
                assertThat(authorisation.moveTo(to, NOW).status()).isEqualTo(to);
            } else {
                assertThatExceptionOfType(IllegalMove.class)
                        .as("%s to %s", from, to)
                        .isThrownBy(() -> authorisation.moveTo(to, NOW));
            }
        }
    }

    private static Authorisation in(AuthorisationStatus status) {
        return new Authorisation(
                "K1", Platform.WECHAT, status, "o1", "CAB-1", 1, "{}", null, null, NOW, NOW);
    }
}
