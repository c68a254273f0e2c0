package io.kaimen.device.session;

import io.kaimen.device.DeviceProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** An open door: alarms at its times and asks whether it is closed by now, then gives up. */
@Component
class LookForClose {

    private static final Logger log = LoggerFactory.getLogger(LookForClose.class);

    private final DoorCommands doorCommands;
    private final EndDoorSession end;
    private final DeviceProperties.Doors doors;
    private final Clock clock;

    LookForClose(
            DoorCommands doorCommands,
            EndDoorSession end,
            DeviceProperties properties,
            Clock clock) {
        this.doorCommands = doorCommands;
        this.end = end;
        this.doors = properties.doors();
        this.clock = clock;
    }

    /**
     * @return when to look again
     */
    Optional<Instant> look(DoorSession session) {
        Instant now = clock.instant();
        Instant opened = session.stateChangedAt();
        Instant last = opened.plus(doors.abnormal());
        if (!now.isBefore(last)) {
            end.abnormal(
                    session, "the door was left open for " + doors.abnormal().toMinutes() + " min");
            return Optional.empty();
        }
        List<Instant> alarms = doors.leftOpenAlarms().stream().map(opened::plus).toList();
        LookForOpening.latest(alarms, now)
                .filter(due ->
                        doorCommands.notAskedSince(session, due) && doorCommands.ask(session))
                .ifPresent(due -> alarm(session));
        return Optional.of(alarms.stream().filter(now::isBefore).findFirst().orElse(last));
    }

    private static void alarm(DoorSession session) {
        log.warn(
                "ALERT {} of {} is open since {}",
                session.place(),
                session.orderNo(),
                session.stateChangedAt());
    }
}
