package io.kaimen.device.session;

import io.kaimen.contracts.device.DoorCheckDue.Look;
import io.kaimen.device.AfterCommit;
import io.kaimen.device.DeviceProperties;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.Shadows;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What follows from a door that was seen open or closed. */
@Component
class MoveDoorSession {

    private final DoorSessions sessions;
    private final EndDoorSession end;
    private final SettleBasket settleBasket;
    private final Looks looks;
    private final Waiting waiting;
    private final Clock clock;

    MoveDoorSession(
            DoorSessions sessions,
            EndDoorSession end,
            SettleBasket settleBasket,
            Looks looks,
            Waiting waiting,
            Clock clock) {
        this.sessions = sessions;
        this.end = end;
        this.settleBasket = settleBasket;
        this.looks = looks;
        this.waiting = waiting;
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
        looks.at(waiting.firstAlarm(moment), session.orderNo(), Look.LEFT_OPEN, 1);
        return opened;
    }

    /** The door is closed: from now on its weights are waited for. */
    void closed(DoorSession session, Moment moment, String cause) {
        sessions.moved(
                session, session.closed(moment, clock.instant()), cause, moment.receivedAt());
        looks.at(waiting.firstWeightsLook(), session.orderNo(), Look.WEIGHTS, 1);
        waiting.forWeights(session, settleBasket);
    }

    /** Keeps a close that cannot move the session by itself. */
    void closeNoted(DoorSession session, Moment moment) {
        sessions.noted(session, session.closeNoted(moment));
        if (!session.isCancelled()) {
            waiting.forWeights(session, settleBasket);
        }
    }

    /** Sees to it that weights after a close are not missed. */
    @Component
    static class Waiting {

        private final Shadows shadows;
        private final AfterCommit afterCommit;
        private final DeviceProperties properties;
        private final Clock clock;

        Waiting(
                Shadows shadows,
                AfterCommit afterCommit,
                DeviceProperties properties,
                Clock clock) {
            this.shadows = shadows;
            this.afterCommit = afterCommit;
            this.properties = properties;
            this.clock = clock;
        }

        /** Arriving weights are offered to the order from now on; they may be here already. */
        void forWeights(DoorSession session, SettleBasket settleBasket) {
            String orderNo = session.orderNo();
            afterCommit.runInBackground(
                    "weights for " + orderNo,
                    () -> {
                        shadows.closing(session.sn(), session.door(), orderNo);
                        settleBasket.attempt(orderNo);
                    });
        }

        Instant firstWeightsLook() {
            return clock.instant().plus(properties.doors().weightsLook());
        }

        Instant firstAlarm(Moment opened) {
            return opened.receivedAt().plus(properties.doors().leftOpenAlarms().getFirst());
        }
    }
}
