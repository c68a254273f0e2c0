package io.kaimen.device.session;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.DoorCheckDue;
import io.kaimen.contracts.device.DoorCheckDue.Look;
import io.kaimen.service.messaging.MessageHandler;
import org.springframework.stereotype.Component;

/** A reminder is due: looks at the session, if it still waits for what the reminder is about. */
@Component
class CheckDoor implements MessageHandler<DoorCheckDue> {

    private final DoorSessions sessions;
    private final LookAtDoor lookAtDoor;
    private final EventsInOrder events;
    private final Looks looks;

    CheckDoor(DoorSessions sessions, LookAtDoor lookAtDoor, EventsInOrder events, Looks looks) {
        this.sessions = sessions;
        this.lookAtDoor = lookAtDoor;
        this.events = events;
        this.looks = looks;
    }

    @Override
    public Topic topic() {
        return Topic.DOOR_CHECK_DUE;
    }

    @Override
    public void handle(Envelope<DoorCheckDue> message) {
        DoorCheckDue due = message.payload();
        if (due.look() == Look.EVENTS) {
            sessions.find(due.orderNo()).ifPresent(session -> events.catchUp(session.sn()));
            return;
        }
        sessions.lock(due.orderNo())
                .filter(session -> session.is(awaitedBy(due.look())))
                .flatMap(session -> lookAtDoor.look(due.orderNo()))
                .ifPresent(next -> looks.at(next, due.orderNo(), due.look(), due.attempt() + 1));
    }

    /** Each kind of reminder has a chain of its own, begun with the state it is about. */
    private static DoorSessionState awaitedBy(Look look) {
        return switch (look) {
            case OPENED -> DoorSessionState.OPENING;
            case LEFT_OPEN -> DoorSessionState.OPENED;
            case WEIGHTS -> DoorSessionState.CLOSED;
            case EVENTS -> throw new IllegalArgumentException("is about no state");
        };
    }
}
