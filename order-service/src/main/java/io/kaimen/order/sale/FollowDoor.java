package io.kaimen.order.sale;

import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.contracts.device.DoorSessionMoved.Unopened;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes an order to where its door is, whoever told of it and however often. */
@Component
class FollowDoor {

    private final OrderChanges changes;
    private final CancelOrder cancelOrder;

    FollowDoor(OrderChanges changes, CancelOrder cancelOrder) {
        this.changes = changes;
        this.cancelOrder = cancelOrder;
    }

    /**
     * Follows one message of the door. Calls the platform when the door never opened, so in no
     * transaction.
     *
     * @throws feign.RetryableException when the platform's side did not answer: try again
     */
    void follow(DoorSessionMoved told) {
        changes.change(told.orderNo(), order -> apply(told, order));
        finish(told.orderNo(), List.of(told));
    }

    /**
     * Follows all that is known of the door.
     *
     * @param told oldest first
     * @param lookAt when to look again at an order that still waits for its door
     */
    void follow(String orderNo, List<DoorSessionMoved> told, Instant lookAt) {
        changes.change(
                orderNo,
                order -> {
                    told.forEach(moved -> apply(moved, order));
                    order.putOff(lookAt);
                });
        finish(orderNo, told);
    }

    private void finish(String orderNo, List<DoorSessionMoved> told) {
        if (told.stream().anyMatch(m -> m.state() == DoorSessionMoved.State.NOT_OPENED)) {
            cancelOrder.finish(orderNo);
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
        Unopened why = unopened(moved);
        if (why != Unopened.NOT_COMMANDED) {
            order.doorDidNotOpen(
                    why == Unopened.LOCK_FAILED ? DoorStatus.FAULT : DoorStatus.NOT_OPENED,
                    moved.reason(),
                    moved.at());
        }
        cancelOrder.decide(
                order,
                why == Unopened.NOT_PULLED
                        ? CancelCause.DOOR_NOT_PULLED
                        : CancelCause.DOOR_NEVER_OPENED);
    }

    /** Senders that do not say it yet called every commanded door faulty. */
    private static Unopened unopened(DoorSessionMoved moved) {
        if (moved.unopened() != null) {
            return moved.unopened();
        }
        return moved.commandId() == null ? Unopened.NOT_COMMANDED : Unopened.LOCK_FAILED;
    }
}
