package io.kaimen.device.session;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.order.OrderCancelled;
import io.kaimen.device.claim.ReleaseDoor;
import io.kaimen.service.messaging.MessageHandler;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Lets go of a cancelled order's door. Once the door was commanded, the door's own story decides:
 * not opened frees it, and anything else is for an operator.
 */
@Component
class OrderCancelledHandler implements MessageHandler<OrderCancelled> {

    private final DoorSessions sessions;
    private final EndDoorSession end;
    private final ReleaseDoor releaseDoor;
    private final Clock clock;

    OrderCancelledHandler(
            DoorSessions sessions, EndDoorSession end, ReleaseDoor releaseDoor, Clock clock) {
        this.sessions = sessions;
        this.end = end;
        this.releaseDoor = releaseDoor;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.ORDER_CANCELLED;
    }

    @Override
    public void handle(Envelope<OrderCancelled> message) {
        OrderCancelled order = message.payload();
        sessions.lock(order.orderNo())
                .ifPresentOrElse(
                        this::cancelled,
                        () -> releaseDoor.release(order.sn(), order.door(), order.orderNo()));
    }

    private void cancelled(DoorSession session) {
        switch (session.state()) {
            case OPENING, ABNORMAL -> note(session);
            case OPENED, CLOSED ->
                    end.abnormal(
                            note(session),
                            "its order was cancelled although the door had been opened");
            case NOT_OPENED, SETTLED -> {}
        }
    }

    private DoorSession note(DoorSession session) {
        DoorSession cancelled = session.cancelled(clock.instant());
        sessions.noted(session, cancelled);
        return cancelled;
    }
}
