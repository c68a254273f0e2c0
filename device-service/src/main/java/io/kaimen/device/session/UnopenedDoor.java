package io.kaimen.device.session;

import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.contracts.device.DoorSessionMoved.Unopened;
import io.kaimen.device.DeviceProperties;
import io.kaimen.device.command.Command;
import io.kaimen.device.command.Commands;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of a commanded door that nobody saw open. */
@Component
class UnopenedDoor {

    private final Commands commands;
    private final DoorEventMapper events;
    private final DeviceProperties properties;

    UnopenedDoor(Commands commands, DoorEventMapper events, DeviceProperties properties) {
        this.commands = commands;
        this.events = events;
        this.properties = properties;
    }

    /**
     * Whether the answer to a query that it is closed settles that it was not opened: asked after
     * the unlock window, or when the command had run out unobeyed. Before that the unlocked door
     * may still be waiting to be pulled.
     */
    boolean isFinal(DoorSession session, @Nullable Command query) {
        Instant commanded = session.commandIssuedAt();
        if (commanded == null || query == null || query.kind() != CabinetCommand.Kind.QUERY_DOOR) {
            return false;
        }
        Instant asked = query.issuedAt();
        return !asked.isBefore(commanded.plus(properties.closedIsFinalAfter()))
                || openCommand(session)
                        .filter(Command::expiredUnobeyed)
                        .map(Command::answeredAt)
                        .filter(expired -> !asked.isBefore(expired))
                        .isPresent();
    }

    /** Why it was not opened, once that is certain. */
    Unopened why(DoorSession session) {
        if (events.unlockSeen(session.orderNo())) {
            return Unopened.NOT_PULLED;
        }
        boolean acknowledged = openCommand(session).map(Command::acknowledgedAt).isPresent();
        return acknowledged ? Unopened.LOCK_FAILED : Unopened.NOT_OBEYED;
    }

    private Optional<Command> openCommand(DoorSession session) {
        return Optional.ofNullable(session.commandId()).flatMap(commands::find);
    }
}
