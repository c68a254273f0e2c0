package io.kaimen.device.session;

import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.device.DeviceProperties;
import io.kaimen.device.cabinet.Cabinet;
import io.kaimen.device.cabinet.Cabinets;
import io.kaimen.device.command.Command;
import io.kaimen.device.command.Commands;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What sessions command: to open a door, and to say how it stands (answered as a door event). */
@Component
class DoorCommands {

    private final Cabinets cabinets;
    private final Commands commands;
    private final DeviceProperties.Doors times;

    DoorCommands(Cabinets cabinets, Commands commands, DeviceProperties properties) {
        this.cabinets = cabinets;
        this.commands = commands;
        this.times = properties.doors();
    }

    Command open(Commands.Route route, int door, String orderNo) {
        return commands.issue(
                route, CabinetCommand.Kind.OPEN_DOOR, door, orderNo, times.openExpiry());
    }

    /**
     * @return false while the cabinet is not connected: then nobody can be asked
     */
    boolean ask(DoorSession session) {
        Optional<Commands.Route> route = cabinets.find(session.sn()).flatMap(Cabinet::route);
        route.ifPresent(r ->
                commands.issue(
                        r,
                        CabinetCommand.Kind.QUERY_DOOR,
                        session.door(),
                        session.orderNo(),
                        times.queryExpiry()));
        return route.isPresent();
    }

    Optional<Instant> lastAsked(DoorSession session) {
        return commands.lastQuery(session.orderNo());
    }

    /** Whether nobody asked since that time. */
    boolean notAskedSince(DoorSession session, Instant time) {
        return lastAsked(session).filter(asked -> !asked.isBefore(time)).isEmpty();
    }
}
