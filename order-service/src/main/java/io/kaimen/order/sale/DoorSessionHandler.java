package io.kaimen.order.sale;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.service.messaging.MessageHandler;
import org.springframework.stereotype.Component;

/**
 * Follows the door. Needs no memory of event ids: a state that has passed is skipped, whatever
 * message tells of it. Calls the platform when the door never opened, so in no transaction.
 */
@Component
class DoorSessionHandler implements MessageHandler<DoorSessionMoved> {

    private final OrderChanges changes;
    private final CancelOrder cancelOrder;

    DoorSessionHandler(OrderChanges changes, CancelOrder cancelOrder) {
        this.changes = changes;
        this.cancelOrder = cancelOrder;
    }

    @Override
    public Topic topic() {
        return Topic.DOOR_SESSION_MOVED;
    }

    @Override
    public boolean remembered() {
        return false;
    }

    @Override
    public void handle(Envelope<DoorSessionMoved> message) {
        DoorSessionMoved moved = message.payload();
        changes.change(moved.orderNo(), order -> apply(moved, order));
        if (moved.state() == DoorSessionMoved.State.NOT_OPENED) {
            cancelOrder.finish(moved.orderNo());
        }
    }

    private void apply(DoorSessionMoved moved, Order order) {
        switch (moved.state()) {
            case OPENING -> order.doorOpening(moved.reason(), moved.at());
            case OPENED -> order.doorOpened(moved.reason(), moved.at());
            case CLOSED -> order.doorClosed(moved.reason(), moved.at());
            case ABNORMAL -> order.doorAbnormal(moved.reason(), moved.at());
            case NOT_OPENED -> notOpened(moved, order);
        }
    }

    private void notOpened(DoorSessionMoved moved, Order order) {
        if (order.hasOpened()) {
            // It did, by other evidence: one of the two is wrong.
            order.doorAbnormal("said not to have opened: " + moved.reason(), moved.at());
            return;
        }
        if (moved.commandId() != null) {
            order.doorDidNotOpen(moved.reason(), moved.at());
        }
        cancelOrder.decide(order, CancelCause.DOOR_NEVER_OPENED);
    }
}
