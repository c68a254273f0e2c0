package io.kaimen.device.session;

import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.device.session.BasketMapper.BasketRow;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The local transaction of the basket's message: stores the basket, closes the session and frees
 * the door, before any money moves.
 */
@Component
class BookBasket {

    private final DoorSessions sessions;
    private final EndDoorSession end;
    private final BasketMapper mapper;
    private final JsonMapper json;
    private final Clock clock;

    BookBasket(
            DoorSessions sessions,
            EndDoorSession end,
            BasketMapper mapper,
            JsonMapper json,
            Clock clock) {
        this.sessions = sessions;
        this.end = end;
        this.mapper = mapper;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Books a basket, the first of the order's attempts only.
     *
     * @return false when the session does not wait for a basket any more
     */
    @Transactional
    public boolean book(BasketSettled basket, String attempt) {
        return book(basket, attempt, "every lane has a stable weight newer than the close");
    }

    /**
     * The same, for another reason than the weights.
     *
     * @param cause recorded with the move
     */
    @Transactional
    public boolean book(BasketSettled basket, String attempt, String cause) {
        Optional<DoorSession> closed =
                sessions.lock(basket.orderNo()).filter(s -> s.is(DoorSessionState.CLOSED));
        if (closed.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        mapper.insert(
                new BasketRow(
                        basket.orderNo(),
                        attempt,
                        basket.total().fen(),
                        json.writeValueAsString(basket.lanes()),
                        json.writeValueAsString(basket.flags()),
                        basket.algorithm(),
                        now));
        basket.lines().forEach(line -> mapper.insertLine(basket.orderNo(), line));
        DoorSession session = closed.get();
        sessions.moved(session, session.moveTo(DoorSessionState.SETTLED, now), cause, now);
        end.free(session);
        return true;
    }

    /** What a check-back may be told about an attempt. */
    enum Standing {
        BOOKED,
        /** It will never be: another attempt was, or there is no such session. */
        LOST,
        /** It may still be. */
        OPEN
    }

    Standing standingOf(String orderNo, String attempt) {
        String booked = mapper.attemptOf(orderNo);
        if (booked != null) {
            return booked.equals(attempt) ? Standing.BOOKED : Standing.LOST;
        }
        return sessions.find(orderNo).isPresent() ? Standing.OPEN : Standing.LOST;
    }
}
