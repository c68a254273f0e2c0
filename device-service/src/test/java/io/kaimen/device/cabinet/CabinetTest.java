package io.kaimen.device.cabinet;

import static io.kaimen.contracts.device.CabinetStatus.OFFLINE;
import static io.kaimen.contracts.device.CabinetStatus.ONLINE;
import static io.kaimen.contracts.device.CabinetStatus.PENDING_INIT;
import static io.kaimen.contracts.device.CabinetStatus.REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kaimen.contracts.device.CabinetStatus;
import io.kaimen.device.cabinet.Cabinet.CredentialState;
import io.kaimen.service.state.IllegalMove;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CabinetTest {

    private static final Map<CabinetStatus, Set<CabinetStatus>> ALLOWED =
            Map.of(
                    REGISTERED, Set.of(PENDING_INIT),
                    PENDING_INIT, Set.of(ONLINE),
                    ONLINE, Set.of(OFFLINE),
                    OFFLINE, Set.of(ONLINE));

    static Stream<Arguments> allPairs() {
        return Stream.of(CabinetStatus.values())
                .flatMap(from ->
                        Stream.of(CabinetStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("allPairs")
    void movesAsAllowedAndNoOtherWay(CabinetStatus from, CabinetStatus to) {
        Cabinet cabinet = cabinet(from, "comm-1", 1, Instant.EPOCH);
        if (ALLOWED.getOrDefault(from, Set.of()).contains(to)) {
            assertThat(cabinet.moveTo(to)).isEqualTo(to);
        } else {
            assertThatExceptionOfType(IllegalMove.class).isThrownBy(() -> cabinet.moveTo(to));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING_INIT, comm-1, 1, true,  true",
        "OFFLINE,      comm-1, 1, true,  true",
        "ONLINE,       comm-1, 1, true,  false",
        "REGISTERED,   comm-1, 1, true,  false",
        "PENDING_INIT,       , 1, true,  false",
        "PENDING_INIT, comm-1, 0, true,  false",
        "PENDING_INIT, comm-1, 1, false, false",
    })
    void comesOnlineConnectedReportedAndPlanned(
            CabinetStatus status,
            @Nullable String route,
            long planogram,
            boolean reported,
            boolean online) {
        Cabinet cabinet = cabinet(status, route, planogram, reported ? Instant.EPOCH : null);
        assertThat(cabinet.couldBeOnline()).isEqualTo(online);
    }

    @Test
    void credentialsAre256BitsAndKeptAsTheHashOfTheirCharacters() {
        Credential credential = Credential.random();
        assertThat(credential.characters()).matches("[A-Za-z0-9_-]{43}");
        assertThat(Credential.random()).isNotEqualTo(credential);
        assertThat(new Credential("abc").sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(credential.toString()).doesNotContain(credential.characters());
    }

    private static Cabinet cabinet(
            CabinetStatus status,
            @Nullable String route,
            long planogramVersion,
            @Nullable Instant reportedAt) {
        return new Cabinet(
                "SN1",
                "Lobby",
                "site",
                "wh",
                status,
                Instant.EPOCH,
                false,
                null,
                "",
                CredentialState.ACTIVE,
                route,
                7,
                planogramVersion,
                null,
                reportedAt);
    }
}
