package io.kaimen.device.session;

import static io.kaimen.device.session.SessionFixtures.NOON;
import static io.kaimen.device.session.SessionFixtures.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.kaimen.device.shadow.CabinetShadow;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.Shadows;
import io.kaimen.device.shadow.StableWeight;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightsAfterCloseTest {

    /** Made 9 s after noon, and received at 60 s: the cabinet had no network in between. */
    private static final Moment KEPT_CLOSE = new Moment("a", 11_000, NOON.plusSeconds(60));

    private final Shadows shadows = mock();
    private final WeightsAfterClose weights = new WeightsAfterClose(shadows);

    @Test
    void countWhenTakenAfterTheCloseInTheSameBoot() {
        assertThat(counts(at(10), at(9))).isTrue();
        assertThat(counts(at(9), at(9))).isFalse();
        assertThat(counts(at(8), at(9))).isFalse();
    }

    @Test
    void ofANewerBootCountAlthoughTheKeptCloseCameLater() {
        assertThat(counts(new Moment("b", 400, NOON.plusSeconds(59)), KEPT_CLOSE)).isTrue();
    }

    @Test
    void ofAnOlderBootDoNotCount() {
        assertThat(counts(new Moment("z", 90_000, NOON.minusSeconds(60)), KEPT_CLOSE)).isFalse();
    }

    @Test
    void ofABootThatNobodyCanPlaceCountOnceTheyComeAfterTheClose() {
        var closed = new Moment("b", 700, NOON.plusSeconds(60));
        assertThat(counts(new Moment("c", 400, NOON.plusSeconds(59)), closed)).isFalse();
        assertThat(counts(new Moment("c", 900, NOON.plusSeconds(61)), closed)).isTrue();
    }

    private boolean counts(Moment reading, Moment closed) {
        when(shadows.of("SN"))
                .thenReturn(
                        new CabinetShadow(Map.of(), Map.of(1, new StableWeight(1, 2970, reading))));
        return weights.of(SessionFixtures.session(DoorSessionState.CLOSED, at(2), closed))
                .isPresent();
    }
}
