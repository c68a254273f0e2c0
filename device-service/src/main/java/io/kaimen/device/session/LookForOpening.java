package io.kaimen.device.session;

import io.kaimen.contracts.device.DoorSessionMoved.Unopened;
import io.kaimen.device.DeviceProperties;
import io.kaimen.device.command.Command;
import io.kaimen.device.command.Commands;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A commanded door that was not seen open: asks at its times, then gives up. */
@Component
class LookForOpening {

    private final DoorCommands doorCommands;
    private final Commands commands;
    private final EndDoorSession end;
    private final DeviceProperties.Doors doors;
    private final Clock clock;

    LookForOpening(
            DoorCommands doorCommands,
            Commands commands,
            EndDoorSession end,
            DeviceProperties properties,
            Clock clock) {
        this.doorCommands = doorCommands;
        this.commands = commands;
        this.end = end;
        this.doors = properties.doors();
        this.clock = clock;
    }

    /**
     * @return when to look again
     */
    Optional<Instant> look(DoorSession session) {
        Instant now = clock.instant();
        Instant commanded = Objects.requireNonNull(session.commandIssuedAt());
        List<Instant> dues = doors.queries().stream().map(commanded::plus).toList();
        Instant asked = doorCommands.lastAsked(session).orElse(commanded);
        Instant due = latest(dues, now).orElse(commanded);
        if (asked.isBefore(due) && doorCommands.ask(session)) {
            asked = now;
        }
        // The last question counts only when it was asked after the unlock window.
        Instant silent =
                (asked.isBefore(dues.getLast()) ? dues.getLast() : asked).plus(doors.queryExpiry());
        if (!now.isBefore(silent)) {
            giveUp(session);
            return Optional.empty();
        }
        return Optional.of(dues.stream().filter(now::isBefore).findFirst().orElse(silent));
    }

    static Optional<Instant> latest(List<Instant> dues, Instant now) {
        return dues.stream().filter(due -> !now.isBefore(due)).reduce((one, other) -> other);
    }

    private void giveUp(DoorSession session) {
        boolean neverSent =
                Optional.ofNullable(session.commandId())
                        .flatMap(commands::find)
                        .filter(Command::neverReachedTheCabinet)
                        .isPresent();
        if (neverSent) {
            end.notOpened(
                    session,
                    Unopened.NOT_OBEYED,
                    "the cabinet was gone before the command reached it");
        } else {
            end.abnormal(session, "the cabinet does not say whether the door was opened");
        }
    }
}
