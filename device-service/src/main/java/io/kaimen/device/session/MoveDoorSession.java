package io.kaimen.device.session;

import io.kaimen.device.shadow.Moment;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What follows from a door that was seen open or closed. */
@Component
class MoveDoorSession {

    private final DoorSessions sessions;
    private final EndDoorSession end;
    private final AwaitWeights awaitWeights;
    private final Looks looks;
    private final Clock clock;

    MoveDoorSession(
            DoorSessions sessions,
            EndDoorSession end,
            AwaitWeights awaitWeights,
            Looks looks,
            Clock clock) {
        this.sessions = sessions;
        this.end = end;
        this.awaitWeights = awaitWeights;
        this.looks = looks;
        this.clock = clock;
    }

    /** The door is open; for an order that was cancelled meanwhile an operator must decide. */
    DoorSession opened(DoorSession session, Moment moment, String cause) {
        DoorSession opened =
                sessions.moved(
                        session,
                        session.opened(moment, clock.instant()),
                        cause,
                        moment.receivedAt());
        if (opened.isCancelled()) {
            return end.abnormal(opened, "opened after its order was cancelled");
        }
        looks.afterOpening(session.orderNo(), moment.receivedAt());
        return opened;
    }

    /** The door is closed: from now on its weights are waited for. */
    void closed(DoorSession session, Moment moment, String cause) {
        sessions.moved(
                session, session.closed(moment, clock.instant()), cause, moment.receivedAt());
        looks.afterClose(session.orderNo());
        awaitWeights.of(session);
    }

    /** Keeps an opening that cannot move the session by itself. */
    void openNoted(DoorSession session, Moment moment) {
        sessions.noted(session, session.openNoted(moment));
    }

    /** Keeps a close that cannot move the session by itself. */
    void closeNoted(DoorSession session, Moment moment) {
        sessions.noted(session, session.closeNoted(moment));
        if (!session.isCancelled()) {
            awaitWeights.of(session);
        }
    }
}
