package io.kaimen.channel.capture;

import static io.kaimen.channel.capture.CaptureStatus.CAPTURING;
import static io.kaimen.channel.capture.CaptureStatus.PAID;
import static io.kaimen.channel.capture.CaptureStatus.REFUSED;
import static io.kaimen.channel.capture.CaptureStatus.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kaimen.contracts.Platform;
import io.kaimen.service.state.IllegalMove;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaptureStatusTest {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final Map<CaptureStatus, Set<CaptureStatus>> ALLOWED =
            Map.of(
                    REQUESTED, Set.of(CAPTURING, PAID, REFUSED),
                    REFUSED, Set.of(CAPTURING, PAID),
                    CAPTURING, Set.of(PAID),
                    PAID, Set.of());

    @ParameterizedTest
    @EnumSource
    void movesWhereItMayAndNowhereElse(CaptureStatus from) {
        for (var to : CaptureStatus.values()) {
            var capture = in(from);
            if (ALLOWED.getOrDefault(from, Set.of()).contains(to)) {
                assertThat(capture.moveTo(to, null, null, NOW).status()).isEqualTo(to);
            } else {
                assertThatExceptionOfType(IllegalMove.class)
                        .as("%s to %s", from, to)
                        .isThrownBy(() -> capture.moveTo(to, null, null, NOW));
            }
        }
    }

    private static CaptureRequest in(CaptureStatus status) {
        return new CaptureRequest("K1", Platform.WECHAT, status, 700, "{}", null, null, NOW, NOW);
    }
}
