package io.kaimen.device.session;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.device.AfterCommit;
import io.kaimen.device.command.Command;
import io.kaimen.device.command.Commands;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.Shadows;
import io.kaimen.service.messaging.MessageHandler;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a cabinet's door events, each once, to the session they belong to. */
@Component
class DoorReportedHandler implements MessageHandler<DoorReported> {

    private static final Logger log = LoggerFactory.getLogger(DoorReportedHandler.class);
    private static final int BOOT_ID_LENGTH = 64;

    private final DoorSessions sessions;
    private final DoorEventMapper events;
    private final Commands commands;
    private final JudgeDoorEvent judge;
    private final Shadows shadows;
    private final AfterCommit afterCommit;

    DoorReportedHandler(
            DoorSessions sessions,
            DoorEventMapper events,
            Commands commands,
            JudgeDoorEvent judge,
            Shadows shadows,
            AfterCommit afterCommit) {
        this.sessions = sessions;
        this.events = events;
        this.commands = commands;
        this.judge = judge;
        this.shadows = shadows;
        this.afterCommit = afterCommit;
    }

    @Override
    public Topic topic() {
        return Topic.DOOR_REPORTED;
    }

    /** A cabinet's events are one story. */
    @Override
    public boolean orderly() {
        return true;
    }

    @Override
    public void handle(Envelope<DoorReported> message) {
        DoorReported event = message.payload();
        if (event.origin().bootId().length() > BOOT_ID_LENGTH) {
            log.warn("{} calls its boot by a name too long to keep", event.sn());
            return;
        }
        Optional<Command> command = command(event);
        Optional<DoorSession> session = session(event, command).flatMap(sessions::lock);
        if (events.insert(event, session.map(DoorSession::orderNo).orElse(null)) == 0) {
            log.debug("{} was here before", event);
            return;
        }
        afterCommit.run("door of " + event.sn(), () -> moveShadow(event));
        session.ifPresentOrElse(
                s -> judge.judge(s, event, command.orElse(null)), () -> withoutSession(event));
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
        Optional<DoorPosition> position =
                switch (event.kind()) {
                    case OPENED, IS_OPEN -> Optional.of(DoorPosition.OPEN);
                    case CLOSED, RELOCKED, IS_CLOSED -> Optional.of(DoorPosition.CLOSED);
                    case FAULT -> Optional.of(DoorPosition.FAULT);
                    case UNLOCKED -> Optional.empty();
                };
        position.ifPresent(
                p -> shadows.doorMoved(event.sn(), Moment.of(event.origin()), event.door(), p));
    }

    private static void withoutSession(DoorReported event) {
        switch (event.kind()) {
            case UNLOCKED, OPENED, IS_OPEN, CLOSED, FAULT ->
                    log.warn("ALERT {} door {}: {} for no order", event.sn(), event.door(), event);
            case RELOCKED, IS_CLOSED -> log.debug("{} for no order", event);
        }
    }
}
