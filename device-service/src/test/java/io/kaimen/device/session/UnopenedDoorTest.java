package io.kaimen.device.session;

import static io.kaimen.device.session.SessionFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.kaimen.contracts.comm.CommandAnswered.Outcome;
import io.kaimen.contracts.device.CabinetCommand.Kind;
import io.kaimen.contracts.device.DoorSessionMoved.Unopened;
import io.kaimen.device.DeviceProperties;
import io.kaimen.device.command.Command;
import io.kaimen.device.command.Commands;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class UnopenedDoorTest {

    private final Commands commands = mock();
    private final DoorEventMapper events = mock();
    private final UnopenedDoor unopened =
            new UnopenedDoor(
                    commands,
                    events,
                    new Binder(new MapConfigurationPropertySource(Map.of()))
                            .bindOrCreate("kaimen.device", DeviceProperties.class));
    private final DoorSession session =
            SessionFixtures.session(DoorSessionState.OPENING, null, null);

    @Test
    void closedIsFinalWhenAskedAfterExpiryAndUnlockWindow() {
        openCommand(Outcome.ACKNOWLEDGED, 1);
        assertThat(unopened.isFinal(session, query(21))).isFalse();
        assertThat(unopened.isFinal(session, query(22))).isTrue();
        assertThat(unopened.isFinal(session, null)).isFalse();
    }

    @Test
    void closedIsFinalWhenAskedAfterTheCommandRanOut() {
        openCommand(Outcome.EXPIRED, 9);
        assertThat(unopened.isFinal(session, query(8))).isFalse();
        assertThat(unopened.isFinal(session, query(9))).isTrue();
    }

    @Test
    void anExpiryProvesNothingOfACommandThatWasAcknowledged() {
        when(commands.find("c-1"))
                .thenReturn(Optional.of(command(Kind.OPEN_DOOR, 0, Outcome.EXPIRED, 9, NOON)));
        assertThat(unopened.isFinal(session, query(10))).isFalse();
    }

    @Test
    void saysWhyItDidNotOpen() {
        openCommand(Outcome.EXPIRED, 9);
        assertThat(unopened.why(session)).isEqualTo(Unopened.NOT_OBEYED);
        openCommand(Outcome.ACKNOWLEDGED, 1);
        assertThat(unopened.why(session)).isEqualTo(Unopened.LOCK_FAILED);
        when(events.unlockSeen("O-1")).thenReturn(true);
        assertThat(unopened.why(session)).isEqualTo(Unopened.NOT_PULLED);
    }

    private void openCommand(Outcome outcome, int answered) {
        Instant acknowledged = outcome == Outcome.ACKNOWLEDGED ? NOON.plusSeconds(answered) : null;
        when(commands.find("c-1"))
                .thenReturn(
                        Optional.of(command(Kind.OPEN_DOOR, 0, outcome, answered, acknowledged)));
    }

    private static Command query(int issued) {
        return command(Kind.QUERY_DOOR, issued, Outcome.ACKNOWLEDGED, issued, null);
    }

    private static Command command(
            Kind kind, int issued, Outcome outcome, int answered, @Nullable Instant acknowledged) {
        return new Command(
                "c-1",
                "SN",
                1,
                kind,
                "O-1",
                "comm-1",
                1,
                1,
                0,
                NOON.plusSeconds(issued),
                NOON.plusSeconds(issued + 8L),
                null,
                acknowledged,
                outcome,
                null,
                NOON.plusSeconds(answered));
    }
}
