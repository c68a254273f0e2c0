package io.kaimen.device.session;

import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.device.AfterCommit;
import io.kaimen.device.alarm.Alarm;
import io.kaimen.device.alarm.Alarms;
import io.kaimen.device.command.Command;
import io.kaimen.device.command.Commands;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.Shadows;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives a door event to the session it belongs to. */
@Component
class ApplyDoorEvent {

    private static final Logger log = LoggerFactory.getLogger(ApplyDoorEvent.class);

    private final DoorSessions sessions;
    private final Commands commands;
    private final JudgeDoorEvent judge;
    private final Shadows shadows;
    private final Alarms alarms;
    private final AfterCommit afterCommit;

    ApplyDoorEvent(
            DoorSessions sessions,
            Commands commands,
            JudgeDoorEvent judge,
            Shadows shadows,
            Alarms alarms,
            AfterCommit afterCommit) {
        this.sessions = sessions;
        this.commands = commands;
        this.judge = judge;
        this.shadows = shadows;
        this.alarms = alarms;
        this.afterCommit = afterCommit;
    }

    /**
     * @return the order whose session it was applied to
     */
    @Nullable String apply(DoorReported event) {
        Optional<Command> command = command(event);
        Optional<DoorSession> session =
                session(event, command)
                        .flatMap(sessions::lock)
                        .filter(s ->
                                command.isPresent() || !s.beganAfter(event.origin().receivedAt()));
        afterCommit.run("door of " + event.sn(), () -> moveShadow(event));
        session.ifPresentOrElse(
                s -> judge.judge(s, event, command.orElse(null)), () -> withoutSession(event));
        return session.map(DoorSession::orderNo).orElse(null);
    }

    /** The order whose session it would be applied to now. */
    Optional<String> orderOf(DoorReported event) {
        return session(event, command(event));
    }

    /** A command of another cabinet is none. */
    private Optional<Command> command(DoorReported event) {
        return Optional.ofNullable(event.commandId())
                .flatMap(commands::find)
                .filter(command -> command.sn().equals(event.sn()));
    }

    /** The command says whose event it is; an event without one is the living session's. */
    private Optional<String> session(DoorReported event, Optional<Command> command) {
        return command.isPresent()
                ? command.map(Command::orderNo)
                : sessions.livingAt(event.sn(), event.door());
    }

    private void moveShadow(DoorReported event) {
        positionAfter(event.kind())
                .ifPresent(p ->
                        shadows.doorMoved(event.sn(), Moment.of(event.origin()), event.door(), p));
    }

    /** How the door stands after such an event; nothing when that does not follow. */
    static Optional<DoorPosition> positionAfter(DoorReported.Kind kind) {
        return switch (kind) {
            case OPENED, IS_OPEN -> Optional.of(DoorPosition.OPEN);
            case CLOSED, RELOCKED, IS_CLOSED -> Optional.of(DoorPosition.CLOSED);
            case FAULT -> Optional.of(DoorPosition.FAULT);
            case UNLOCKED -> Optional.empty();
        };
    }

    private void withoutSession(DoorReported event) {
        Instant at = event.origin().receivedAt();
        switch (event.kind()) {
            case UNLOCKED, OPENED, IS_OPEN, CLOSED ->
                    raise(event, Alarm.Kind.DOOR_MOVED_UNASKED, event.kind() + " at " + at);
            case FAULT -> raise(event, Alarm.Kind.DOOR_FAULT, "reported at " + at);
            case RELOCKED, IS_CLOSED -> log.debug("{} for no order", event);
        }
    }

    private void raise(DoorReported event, Alarm.Kind kind, String detail) {
        String occasion =
                event.sn() + ":" + event.origin().bootId() + ":" + event.origin().sequence();
        alarms.raise(kind, occasion, event.sn(), event.door(), null, detail);
    }
}
