package io.kaimen.device.session;

import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.DoorSessionMoved.Unopened;
import io.kaimen.device.audit.Audit;
import io.kaimen.device.session.HandDecision.By;
import io.kaimen.device.shadow.Moment;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of an operator's decision: session, claim, basket and audit change together. */
@Component
class BookByHand {

    private final DoorSessions sessions;
    private final EndDoorSession end;
    private final BookBasket bookBasket;
    private final Audit audit;
    private final Clock clock;

    BookByHand(
            DoorSessions sessions,
            EndDoorSession end,
            BookBasket bookBasket,
            Audit audit,
            Clock clock) {
        this.sessions = sessions;
        this.end = end;
        this.bookBasket = bookBasket;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Books the basket an operator named.
     *
     * @return false when the session is not abnormal any more
     */
    @Transactional
    public boolean book(BasketSettled basket, String attempt, By by) {
        return sessions.lock(basket.orderNo())
                .filter(session -> session.is(DoorSessionState.ABNORMAL))
                .map(session -> {
                    close(session, basket, by.cause());
                    record(by, "settle-session", session, basket.lines());
                    return bookBasket.book(basket, attempt, by.cause());
                })
                .orElse(false);
    }

    /** The state machine knows no way from abnormal to settled but over a closed door. */
    private void close(DoorSession session, BasketSettled basket, String cause) {
        Instant now = clock.instant();
        Moment seen = session.closed();
        Moment closed = seen == null ? new Moment("operator", 0, basket.closedAt()) : seen;
        DoorSession opened = session;
        if (session.opened() == null) {
            opened = sessions.moved(session, session.opened(closed, now), cause, basket.openedAt());
        }
        sessions.moved(opened, opened.closed(closed, now), cause, basket.closedAt());
    }

    /**
     * Ends a session whose door nobody saw open.
     *
     * @return false when the session is not abnormal any more, or was seen open after all
     */
    @Transactional
    public boolean cancel(String orderNo, By by) {
        return sessions.lock(orderNo)
                .filter(s -> s.is(DoorSessionState.ABNORMAL) && s.opened() == null)
                .map(session -> {
                    end.notOpened(session, Unopened.NOTHING_MISSING, by.cause());
                    record(by, "cancel-session", session, null);
                    return true;
                })
                .orElse(false);
    }

    private void record(By by, String action, DoorSession before, @Nullable Object lines) {
        audit.record(
                by.operator(),
                action,
                "order " + before.orderNo(),
                before.state(),
                new Decided(by.reason(), lines));
    }

    /** What the audit keeps. */
    record Decided(String reason, @Nullable Object lines) {}
}
