package io.kaimen.device.session;

import static io.kaimen.device.session.DoorSessionState.ABNORMAL;
import static io.kaimen.device.session.DoorSessionState.NOT_OPENED;
import static io.kaimen.device.session.DoorSessionState.OPENED;
import static io.kaimen.device.session.DoorSessionState.OPENING;

import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.contracts.device.DoorSessionMoved.Unopened;
import io.kaimen.device.alarm.Alarm;
import io.kaimen.device.alarm.Alarms;
import io.kaimen.device.command.Command;
import io.kaimen.device.shadow.Moment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a door event means for a session. Events can be lost, doubled and late: a close counts even
 * when its opening was never seen, and nothing that says goods may be gone is thrown away.
 */
@Component
class JudgeDoorEvent {

    private static final Logger log = LoggerFactory.getLogger(JudgeDoorEvent.class);

    private final MoveDoorSession move;
    private final EndDoorSession end;
    private final UnopenedDoor unopened;
    private final CloseInWeights closeInWeights;
    private final Alarms alarms;

    JudgeDoorEvent(
            MoveDoorSession move,
            EndDoorSession end,
            UnopenedDoor unopened,
            CloseInWeights closeInWeights,
            Alarms alarms) {
        this.move = move;
        this.end = end;
        this.unopened = unopened;
        this.closeInWeights = closeInWeights;
        this.alarms = alarms;
    }

    /**
     * @param command the one the event follows from, as far as the cabinet said
     */
    void judge(DoorSession session, DoorReported event, @Nullable Command command) {
        Moment moment = Moment.of(event.origin());
        switch (event.kind()) {
            case OPENED -> opened(session, moment, "the door was opened");
            case IS_OPEN ->
                    opened(session, moment, "the door is open, says the cabinet when asked");
            case CLOSED -> closed(session, moment, "the door was closed");
            case RELOCKED -> relocked(session);
            case IS_CLOSED -> isClosed(session, moment, command);
            case FAULT -> faulty(session, event);
            case UNLOCKED -> log.debug("{} is unlocked", session.orderNo());
        }
    }

    private void opened(DoorSession session, Moment moment, String cause) {
        if (session.is(OPENING)) {
            move.opened(session, moment, cause);
        } else if (session.is(ABNORMAL) && session.opened() == null && !session.isCancelled()) {
            Moment closed = session.closed();
            DoorSession opened = move.opened(session, moment, "late: " + cause);
            if (closed != null && closed.isAfter(moment)) {
                move.closed(opened, closed, "it is closed since");
            }
        } else if (session.is(ABNORMAL) && session.opened() == null) {
            move.openNoted(session, moment);
        } else if (session.is(NOT_OPENED)) {
            // Kept, or a question that finds the door closed would end it once more.
            move.openNoted(givenUp(session, moment, cause), moment);
        }
    }

    /** The order ended with the session, so this is for an operator to settle. */
    private DoorSession givenUp(DoorSession session, Moment moment, String cause) {
        return end.abnormal(
                session.cancelled(moment.receivedAt()), "late, after it was given up: " + cause);
    }

    private void closed(DoorSession session, Moment moment, String cause) {
        switch (session.state()) {
            case OPENING -> closedUnseen(session, moment, cause);
            case OPENED -> move.closed(session, moment, cause);
            case NOT_OPENED -> move.closeNoted(givenUp(session, moment, cause), moment);
            case ABNORMAL -> closedLate(session, moment, cause);
            case CLOSED, SETTLED -> log.info("{} was closed before", session.orderNo());
        }
    }

    /** The opening's event is lost, but a door that closes was open. */
    private void closedUnseen(DoorSession session, Moment moment, String cause) {
        DoorSession opened =
                move.opened(session, moment, "its opening was not seen, its close was");
        if (opened.is(OPENED)) {
            move.closed(opened, moment, cause);
        } else {
            move.closeNoted(opened, moment);
        }
    }

    private void closedLate(DoorSession session, Moment moment, String cause) {
        if (session.closed() != null) {
            return;
        }
        if (session.isCancelled()) {
            move.closeNoted(session, moment);
        } else if (session.opened() == null) {
            closedUnseen(session, moment, "late: " + cause);
        } else {
            move.closed(session, moment, "late: " + cause);
        }
    }

    private void relocked(DoorSession session) {
        if (session.is(OPENING) || (session.is(ABNORMAL) && session.opened() == null)) {
            end.notOpened(session, Unopened.NOT_PULLED, "the door was not pulled and locked again");
        }
    }

    private void isClosed(DoorSession session, Moment moment, @Nullable Command query) {
        Moment opened = session.opened();
        if (opened != null) {
            boolean open = session.is(OPENED) || session.is(ABNORMAL);
            if (open && moment.isAfter(opened)) {
                closed(
                        session,
                        closeInWeights.of(session, moment),
                        "the door is closed, says the cabinet when asked");
            }
        } else if (unopened.isFinal(session, query)) {
            boolean undecided = session.is(ABNORMAL) && session.closed() == null;
            if (session.is(OPENING) || (undecided && session.isCancelled())) {
                end.notOpened(
                        session,
                        unopened.why(session),
                        "still closed, says the cabinet when asked at last");
            } else if (undecided) {
                // It was silent for a while: only the weights can tell whether something is
                // missing.
                move.closeNoted(session, moment);
            }
        }
    }

    private void faulty(DoorSession session, DoorReported event) {
        alarms.raise(
                Alarm.Kind.DOOR_FAULT,
                session.orderNo(),
                session.sn(),
                session.door(),
                session.orderNo(),
                "reported at " + event.origin().receivedAt());
    }
}
