package io.kaimen.device.session;

import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.device.DeviceProperties;
import io.kaimen.device.alarm.Alarm;
import io.kaimen.device.alarm.Alarms;
import io.kaimen.device.shadow.Shadows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * An open door: asks when its readings say that it is closed, alarms at its times and asks, then
 * gives up.
 */
@Component
class LookForClose {

    private final DoorCommands doorCommands;
    private final EndDoorSession end;
    private final Shadows shadows;
    private final Alarms alarms;
    private final DeviceProperties.Doors doors;
    private final Clock clock;

    LookForClose(
            DoorCommands doorCommands,
            EndDoorSession end,
            Shadows shadows,
            Alarms alarms,
            DeviceProperties properties,
            Clock clock) {
        this.doorCommands = doorCommands;
        this.end = end;
        this.shadows = shadows;
        this.alarms = alarms;
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
        List<Instant> dues = doors.leftOpenAlarms().stream().map(opened::plus).toList();
        Optional<Instant> due = LookForOpening.latest(dues, now);
        due.ifPresent(step -> alarm(session, Duration.between(opened, step)));
        if (due.isPresent() && doorCommands.notAskedSince(session, due.get())
                || seemsClosed(session)
                        && doorCommands.notAskedSince(session, now.minus(doors.retry()))) {
            doorCommands.ask(session);
        }
        return Optional.of(dues.stream().filter(now::isBefore).findFirst().orElse(last));
    }

    /** Its close was not told, or is still on its way. */
    private boolean seemsClosed(DoorSession session) {
        return shadows.of(session.sn())
                .door(session.door())
                .filter(DoorPosition.CLOSED::equals)
                .isPresent();
    }

    private void alarm(DoorSession session, Duration open) {
        alarms.raise(
                Alarm.Kind.DOOR_LEFT_OPEN,
                session.orderNo() + ":" + open,
                session.sn(),
                session.door(),
                session.orderNo(),
                "open for " + open.toMinutes() + " min, since " + session.stateChangedAt());
    }
}
