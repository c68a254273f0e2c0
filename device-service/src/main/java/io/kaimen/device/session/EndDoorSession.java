package io.kaimen.device.session;

import io.kaimen.contracts.device.DoorSessionMoved.Unopened;
import io.kaimen.contracts.order.OrderAuthorised;
import io.kaimen.device.AfterCommit;
import io.kaimen.device.alarm.Alarm;
import io.kaimen.device.alarm.Alarms;
import io.kaimen.device.claim.DoorClaims;
import io.kaimen.device.session.DoorSession.Place;
import io.kaimen.device.shadow.Shadows;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The ways a session ends without a basket. */
@Component
class EndDoorSession {

    private static final Logger log = LoggerFactory.getLogger(EndDoorSession.class);

    private final DoorSessions sessions;
    private final DoorClaims claims;
    private final Shadows shadows;
    private final Alarms alarms;
    private final AfterCommit afterCommit;
    private final Clock clock;

    EndDoorSession(
            DoorSessions sessions,
            DoorClaims claims,
            Shadows shadows,
            Alarms alarms,
            AfterCommit afterCommit,
            Clock clock) {
        this.sessions = sessions;
        this.claims = claims;
        this.shadows = shadows;
        this.alarms = alarms;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    /** Nothing was commanded; the order must end too. */
    void beforeItBegan(OrderAuthorised order, Place place, String cause) {
        sessions.begin(
                new DoorSession(
                        order.orderNo(),
                        order.shopperId(),
                        order.platform(),
                        place,
                        order.fence(),
                        "",
                        DoorSessionState.NOT_OPENED,
                        clock.instant(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null),
                cause);
    }

    /** Nothing was taken: the door is free. */
    void notOpened(DoorSession session, Unopened why, String cause) {
        DoorSession ended = session.moveTo(DoorSessionState.NOT_OPENED, clock.instant());
        sessions.notOpened(session, ended, why, cause, clock.instant());
        free(session);
    }

    /** Nobody can tell by itself what happened; the door is not free. */
    DoorSession abnormal(DoorSession session, String cause) {
        alarms.raise(
                Alarm.Kind.SESSION_ABNORMAL,
                session.orderNo() + ":" + cause,
                session.sn(),
                session.door(),
                session.orderNo(),
                cause);
        DoorSession ended = session.moveTo(DoorSessionState.ABNORMAL, clock.instant());
        return sessions.moved(session, ended, cause, clock.instant());
    }

    /** Ends the claim, after the commit its lock, and the waiting for weights. */
    void free(DoorSession session) {
        String orderNo = session.orderNo();
        if (!claims.end(
                session.sn(), session.door(), orderNo, session.fence(), session.lockToken())) {
            log.warn("{} ended without its claim on {}", orderNo, session.place());
        }
        afterCommit.run(
                "closing of " + orderNo,
                () -> shadows.noLongerClosing(session.sn(), session.door(), orderNo));
    }
}
