package io.kaimen.device.session;

import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.device.session.BasketMapper.LineRow;
import io.kaimen.device.session.HandDecision.By;
import io.kaimen.device.session.HandDecision.DoorWasOpened;
import io.kaimen.device.session.HandDecision.NotAbnormal;
import io.kaimen.device.session.HandDecision.NotKnownYet;
import io.kaimen.device.session.HandDecision.Taken;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes an operator's decision on an abnormal session. Either decision frees the door and tells the
 * other services the way a session that ends by itself does; the same decision again changes
 * nothing.
 */
@Component
class DecideByHand {

    private final DoorSessions sessions;
    private final BasketByHand basketByHand;
    private final PublishBasket publish;
    private final BookByHand bookByHand;
    private final BasketMapper baskets;

    DecideByHand(
            DoorSessions sessions,
            BasketByHand basketByHand,
            PublishBasket publish,
            BookByHand bookByHand,
            BasketMapper baskets) {
        this.sessions = sessions;
        this.basketByHand = basketByHand;
        this.publish = publish;
        this.bookByHand = bookByHand;
        this.baskets = baskets;
    }

    /**
     * The shopper took this, and is charged for it.
     *
     * @throws NotAbnormal when there is nothing to decide
     * @throws NotKnownYet when the same has to be sent again
     */
    void settle(String orderNo, List<Taken> taken, By by) {
        DoorSession session = get(orderNo);
        if (session.is(DoorSessionState.SETTLED) && wasSettledWith(orderNo, taken)) {
            return;
        }
        requireAbnormal(session);
        BasketSettled basket = basketByHand.of(session, taken);
        boolean booked = publish.publish(basket, attempt -> bookByHand.book(basket, attempt, by));
        if (!booked) {
            DoorSession now = get(orderNo);
            if (now.is(DoorSessionState.ABNORMAL)) {
                throw new NotKnownYet(orderNo);
            }
            if (!now.is(DoorSessionState.SETTLED) || !wasSettledWith(orderNo, taken)) {
                throw new NotAbnormal(now);
            }
        }
    }

    /**
     * The door never opened; the order is cancelled.
     *
     * @throws NotAbnormal when there is nothing to decide
     * @throws DoorWasOpened when it did
     */
    void cancel(String orderNo, By by) {
        DoorSession session = get(orderNo);
        if (session.is(DoorSessionState.NOT_OPENED)) {
            return;
        }
        requireAbnormal(session);
        if (session.opened() != null) {
            throw new DoorWasOpened(orderNo);
        }
        if (!bookByHand.cancel(orderNo, by)) {
            throw new NotAbnormal(get(orderNo));
        }
    }

    private DoorSession get(String orderNo) {
        return sessions.find(orderNo).orElseThrow(() -> new UnknownSession(orderNo));
    }

    private static void requireAbnormal(DoorSession session) {
        if (!session.is(DoorSessionState.ABNORMAL)) {
            throw new NotAbnormal(session);
        }
    }

    private boolean wasSettledWith(String orderNo, List<Taken> taken) {
        List<LineRow> booked = baskets.lines(orderNo);
        Set<Taken> lines =
                booked.stream()
                        .map(line -> new Taken(line.lane(), line.quantity()))
                        .collect(Collectors.toSet());
        return lines.equals(new HashSet<>(taken));
    }
}
