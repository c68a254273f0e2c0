package io.kaimen.device.session;

import static io.kaimen.device.session.DoorSessionState.ABNORMAL;
import static io.kaimen.device.session.DoorSessionState.CLOSED;
import static io.kaimen.device.session.DoorSessionState.NOT_OPENED;
import static io.kaimen.device.session.DoorSessionState.OPENED;
import static io.kaimen.device.session.DoorSessionState.OPENING;
import static io.kaimen.device.session.DoorSessionState.SETTLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kaimen.service.state.IllegalMove;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DoorSessionStateTest {

    private static final Map<DoorSessionState, Set<DoorSessionState>> ALLOWED =
            Map.of(
                    OPENING, Set.of(OPENED, NOT_OPENED, ABNORMAL),
                    OPENED, Set.of(CLOSED, ABNORMAL),
                    CLOSED, Set.of(SETTLED, ABNORMAL),
                    ABNORMAL, Set.of(OPENED, CLOSED, NOT_OPENED),
                    NOT_OPENED, Set.of(ABNORMAL),
                    SETTLED, Set.of());

    static Stream<Arguments> allPairs() {
        return Stream.of(DoorSessionState.values())
                .flatMap(from ->
                        Stream.of(DoorSessionState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("allPairs")
    void movesAsAllowedAndNoOtherWay(DoorSessionState from, DoorSessionState to) {
        if (ALLOWED.getOrDefault(from, Set.of()).contains(to)) {
            assertThat(from.moveTo(to, "42")).isEqualTo(to);
        } else {
            assertThatExceptionOfType(IllegalMove.class)
                    .isThrownBy(() -> from.moveTo(to, "42"))
                    .withMessageContaining("42");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SETTLED", mode = EnumSource.Mode.EXCLUDE)
    void isAnnouncedUnderItsOwnName(DoorSessionState state) {
        assertThat(state.announced().orElseThrow().name()).isEqualTo(state.name());
    }
}
