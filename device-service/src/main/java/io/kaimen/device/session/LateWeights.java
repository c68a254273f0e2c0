package io.kaimen.device.session;

import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.BasketSettled.Flag;
import io.kaimen.contracts.device.DoorSessionMoved.Unopened;
import io.kaimen.device.shadow.Moment;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** New evidence for a session that had been given up: weights came after all. */
@Component
class LateWeights {

    private final DoorSessions sessions;
    private final EndDoorSession end;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LateWeights(
            DoorSessions sessions,
            EndDoorSession end,
            TransactionTemplate transaction,
            Clock clock) {
        this.sessions = sessions;
        this.end = end;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @return whether the session is closed again and can be settled; false when it ended as not
     *     opened, because nothing is missing and nobody saw the door open
     */
    boolean resume(String orderNo, BasketSettled basket) {
        Boolean closed =
                transaction.execute(status ->
                        sessions.lock(orderNo)
                                .filter(DoorSession::waitsForLateWeights)
                                .map(session -> resume(session, basket))
                                .orElse(false));
        return Boolean.TRUE.equals(closed);
    }

    /**
     * Nothing follows from it by itself: its order was cancelled. What the next shopper took would
     * be in it as well, so once there was one it is no evidence.
     */
    void keep(BasketSettled basket) {
        transaction.executeWithoutResult(status ->
                sessions.find(basket.orderNo())
                        .filter(session -> !sessions.wasFollowed(session))
                        .ifPresent(session -> sessions.keepEvidence(session.orderNo(), basket)));
    }

    private boolean resume(DoorSession session, BasketSettled basket) {
        DoorSession opened = session;
        Moment closed = Objects.requireNonNull(session.closed());
        if (session.opened() == null) {
            if (nothingIsMissing(basket)) {
                end.notOpened(
                        session,
                        Unopened.NOTHING_MISSING,
                        "back and closed, and nothing is missing");
                return false;
            }
            opened =
                    sessions.moved(
                            session,
                            session.opened(closed, clock.instant()),
                            "back and closed, and something is missing",
                            closed.receivedAt());
        }
        sessions.moved(
                opened,
                opened.closed(closed, clock.instant()),
                "stable weights came after all",
                closed.receivedAt());
        return true;
    }

    private static boolean nothingIsMissing(BasketSettled basket) {
        return basket.lines().isEmpty()
                && basket.flags().stream().allMatch(f -> f.kind() == Flag.Kind.GAINED);
    }
}
