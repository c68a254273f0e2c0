package io.kaimen.order.sale;

import io.kaimen.service.state.IllegalMove;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The three states of one order, and the moves made since it was read. */
final class Progress {

    private static final String MISSED = "passed through: ";

    private final OrderRow row;
    private final States loaded;
    private final List<Move> moves = new ArrayList<>();

    Progress(OrderRow row) {
        this.row = row;
        this.loaded = new States(row.status, row.doorStatus, row.paymentStatus);
    }

    /** The three states at one moment. */
    record States(OrderStatus order, DoorStatus door, PaymentStatus payment) {}

    /** The states as they were read: what the guarded update must still find. */
    States loaded() {
        return loaded;
    }

    List<Move> moves() {
        return List.copyOf(moves);
    }

    /**
     * @throws IllegalMove when the state machine does not know the move, or the order would be
     *     cancelled after its door opened
     */
    void moveTo(OrderStatus to, String cause, Instant at) {
        boolean tooLate = to == OrderStatus.CANCELLED && row.openedAt != null;
        if (!row.status.next().contains(to) || tooLate) {
            throw new IllegalMove("Order " + row.orderNo, row.status, to);
        }
        record(Machine.ORDER, row.status, to, cause, at);
        row.status = to;
        if (to == OrderStatus.ABNORMAL) {
            row.abnormalAt = at;
        }
        freeWhenEnded();
    }

    /**
     * @throws IllegalMove when the state machine does not know the move
     */
    void moveTo(DoorStatus to, String cause, Instant at) {
        if (!row.doorStatus.next().contains(to)) {
            throw new IllegalMove("The door of order " + row.orderNo, row.doorStatus, to);
        }
        record(Machine.DOOR, row.doorStatus, to, cause, at);
        row.doorStatus = to;
    }

    /**
     * @throws IllegalMove when the state machine does not know the move
     */
    void moveTo(PaymentStatus to, String cause, Instant at) {
        if (!row.paymentStatus.next().contains(to)) {
            throw new IllegalMove("The payment of order " + row.orderNo, row.paymentStatus, to);
        }
        record(Machine.PAYMENT, row.paymentStatus, to, cause, at);
        row.paymentStatus = to;
        freeWhenEnded();
    }

    /** Goes on to where evidence says the order is. */
    void follow(OrderStatus to, String cause, Instant at) {
        if (row.status == OrderStatus.CANCELLED) {
            // The door moved although the order had ended: until a basket is booked, or somebody
            // decides, nothing else is certain.
            moveTo(OrderStatus.ABNORMAL, cause, at);
        }
        if (row.status == OrderStatus.ABNORMAL) {
            // Evidence from before the trouble explains nothing.
            boolean clearsUp =
                    row.cancelledAt == null
                            && (row.abnormalAt == null || !row.abnormalAt.isAfter(at));
            if (to == OrderStatus.SETTLED || clearsUp) {
                moveTo(to, cause, at);
            }
        } else {
            goTo(to, cause, at);
        }
    }

    /** Goes the straight way up to a state, if it is not there or further. */
    void goTo(OrderStatus to, String cause, Instant at) {
        while (row.status.isBefore(to)) {
            OrderStatus next = OrderStatus.values()[row.status.ordinal() + 1];
            moveTo(next, next == to ? cause : MISSED + cause, at);
        }
    }

    /** Goes the way of a working door up to a state, if it is not there or further. */
    void goTo(DoorStatus to, String cause, Instant at) {
        while (row.doorStatus.isBefore(to)) {
            DoorStatus next = DoorStatus.values()[row.doorStatus.ordinal() + 1];
            moveTo(next, next == to ? cause : MISSED + cause, at);
        }
    }

    /** Goes to a payment result, by way of a collection where there must have been one. */
    void goTo(PaymentStatus result, String cause, Instant at) {
        if (!row.paymentStatus.next().contains(result)) {
            moveTo(PaymentStatus.CAPTURING, MISSED + cause, at);
        }
        moveTo(result, cause, at);
    }

    private void record(Machine machine, Enum<?> from, Enum<?> to, String cause, Instant at) {
        moves.add(new Move(machine, from.name(), to.name(), cause, at));
    }

    /** Once it has ended, an order never takes the shopper's one place back. */
    private void freeWhenEnded() {
        if (row.status == OrderStatus.CANCELLED || row.paymentStatus.isOver()) {
            row.runningShopperId = null;
        }
    }
}
