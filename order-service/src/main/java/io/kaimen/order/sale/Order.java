package io.kaimen.order.sale;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import io.kaimen.service.state.IllegalMove;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's purchase at one door. Messages about it come late, twice and out of order, so every
 * verb that follows evidence skips what has passed and passes through what was missed.
 */
public final class Order {

    private final OrderRow row;
    private final Progress progress;

    Order(OrderRow row) {
        this.row = row;
        this.progress = new Progress(row);
    }

    /**
     * A new order of a shopper whose claim on the door stands.
     *
     * @param lookAt when to look at it if nothing has happened
     */
    public static Order placed(
            String orderNo, Scan scan, Claim claim, Instant now, Instant lookAt) {
        var row = new OrderRow();
        row.orderNo = orderNo;
        row.shopperId = scan.shopperId();
        row.platform = scan.platform();
        row.sn = scan.sn();
        row.door = scan.door();
        row.place = scan.place();
        row.scannedAt = scan.scannedAt();
        row.fence = claim.fence();
        row.lockToken = claim.lockToken();
        row.status = OrderStatus.PRE_AUTHORISED;
        row.doorStatus = DoorStatus.NOT_OPENED;
        row.paymentStatus = PaymentStatus.UNPAID;
        row.runningShopperId = scan.shopperId();
        row.createdAt = now;
        row.updatedAt = now;
        row.lookAt = lookAt;
        return new Order(row);
    }

    OrderRow row() {
        return row;
    }

    Progress progress() {
        return progress;
    }

    public String orderNo() {
        return row.orderNo;
    }

    public String shopperId() {
        return row.shopperId;
    }

    public Platform platform() {
        return row.platform;
    }

    public String sn() {
        return row.sn;
    }

    public int door() {
        return row.door;
    }

    public String place() {
        return row.place;
    }

    public long fence() {
        return row.fence;
    }

    public OrderTimes times() {
        return new OrderTimes(
                row.createdAt,
                row.scannedAt,
                row.authorisedAt,
                row.doorCommandedAt,
                row.openedAt,
                row.closedAt,
                row.basketAt,
                row.chargedAt,
                row.cancelledAt,
                row.abnormalAt);
    }

    public OrderAmounts amounts() {
        return new OrderAmounts(row.basketFen, row.dueFen, row.paidFen, row.transactionId);
    }

    public OrderStatus status() {
        return row.status;
    }

    public DoorStatus doorStatus() {
        return row.doorStatus;
    }

    public PaymentStatus paymentStatus() {
        return row.paymentStatus;
    }

    /** Why it is being or was cancelled. */
    public Optional<CancelCause> cancelCause() {
        return Optional.ofNullable(row.cancelCause);
    }

    /** Whether it takes its shopper's one place. */
    public boolean isRunning() {
        return row.runningShopperId != null;
    }

    boolean hasOpened() {
        return row.openedAt != null;
    }

    /** Whether device-service should have told of the door by now. */
    boolean missesItsDoor(Instant now) {
        return row.status == OrderStatus.AUTHORISED
                && row.cancelCause == null
                && row.lookAt != null
                && !row.lookAt.isAfter(now);
    }

    /** Whether the shopper can still confirm at the platform. */
    public boolean awaitsAuthorisation() {
        return row.status.isBefore(OrderStatus.AUTHORISED) && row.cancelCause == null;
    }

    /** The platform waits for the shopper, until the time to look. */
    public void authorising(Instant at, Instant lookAt) {
        progress.moveTo(OrderStatus.AUTHORISING, "the platform waits for the shopper", at);
        row.lookAt = lookAt;
    }

    /**
     * The platform vouches for the shopper.
     *
     * @param lookAt when to look at the door if nothing has been heard of it
     * @return false when that changes nothing: it was known, or the order is being cancelled
     */
    boolean authorised(String cause, Instant at, Instant lookAt) {
        if (!awaitsAuthorisation()) {
            return false;
        }
        progress.goTo(OrderStatus.AUTHORISED, cause, at);
        row.authorisedAt = at;
        row.lookAt = lookAt;
        return true;
    }

    /**
     * Decides to cancel, before the platform is told: from here on no authorisation is accepted, so
     * a shopper confirming at this moment opens no door.
     *
     * @param lookAt when to try again if the platform does not answer
     * @return false when it cannot be cancelled any more, or is being cancelled already
     */
    boolean wantCancelled(CancelCause cause, Instant lookAt) {
        boolean possible = row.status.next().contains(OrderStatus.CANCELLED);
        if (!possible || row.openedAt != null || row.cancelCause != null) {
            return false;
        }
        row.cancelCause = cause;
        row.lookAt = lookAt;
        return true;
    }

    /**
     * Ends it without a sale.
     *
     * @throws IllegalMove when the door has opened
     */
    void cancelled(CancelCause cause, Instant at) {
        progress.moveTo(OrderStatus.CANCELLED, cause.words(), at);
        row.cancelCause = cause;
        row.cancelledAt = at;
        row.lookAt = null;
    }

    /** Has the sweep look again later, if it has anything to look for. */
    void putOff(Instant lookAt) {
        if (row.lookAt != null) {
            row.lookAt = lookAt;
        }
    }

    /** The open command is out. */
    void doorOpening(String cause, Instant at) {
        if (row.doorCommandedAt == null) {
            progress.goTo(DoorStatus.OPENING, cause, at);
        }
        row.doorCommandedAt = earlier(row.doorCommandedAt, at);
    }

    /** The door was opened. */
    void doorOpened(String cause, Instant at) {
        callOffCancelling();
        if (row.doorStatus == DoorStatus.FAULT && row.openedAt == null) {
            progress.moveTo(DoorStatus.OPENED, cause, at);
        }
        progress.goTo(DoorStatus.OPENED, cause, at);
        row.openedAt = earlier(row.openedAt, at);
        progress.follow(OrderStatus.OPENED, cause, at);
    }

    /** The door was closed, and so had been opened. */
    void doorClosed(String cause, Instant at) {
        callOffCancelling();
        if (row.doorStatus == DoorStatus.FAULT && row.closedAt == null) {
            progress.moveTo(DoorStatus.CLOSED, cause, at);
        }
        progress.goTo(DoorStatus.CLOSED, cause, at);
        row.openedAt = earlier(row.openedAt, at);
        row.closedAt = earlier(row.closedAt, at);
        progress.follow(OrderStatus.CLOSED, cause, at);
    }

    /**
     * The door was told to open and is known not to have.
     *
     * @param to FAULT, or NOT_OPENED when that is no fault of the door
     */
    void doorDidNotOpen(DoorStatus to, String cause, Instant at) {
        if (row.openedAt == null && row.doorStatus != DoorStatus.FAULT) {
            doorOpening(cause, at);
            if (row.doorStatus == DoorStatus.OPENING) {
                progress.moveTo(to, cause, at);
            }
        }
    }

    /**
     * Nobody can tell what happened at the door; no effect when newer evidence tells, the
     * cancelling being such: only a door heard of afterwards brings a cancelled order before an
     * operator.
     */
    void doorAbnormal(String cause, Instant at) {
        boolean possible = row.status.next().contains(OrderStatus.ABNORMAL);
        if (possible
                && !isAfter(row.openedAt, at)
                && !isAfter(row.closedAt, at)
                && !isAfter(row.cancelledAt, at)) {
            progress.moveTo(OrderStatus.ABNORMAL, cause, at);
            if (row.cancelCause == null) {
                row.lookAt = null;
            }
        }
    }

    /**
     * The basket is booked; what was missed of the door is made up for.
     *
     * @return false when it was booked before
     */
    boolean settled(Money total, Instant openedAt, Instant closedAt, Instant at) {
        if (row.basketAt != null) {
            return false;
        }
        String cause = "basket settled";
        doorOpened(cause, openedAt);
        doorClosed(cause, closedAt);
        progress.follow(OrderStatus.SETTLED, cause, at);
        row.openedAt = openedAt;
        row.closedAt = closedAt;
        row.basketAt = at;
        row.basketFen = total.fen();
        if (!total.isZero() && row.paymentStatus == PaymentStatus.UNPAID) {
            progress.moveTo(PaymentStatus.CAPTURING, cause, at);
        }
        return true;
    }

    /**
     * The money's result; may be known before the basket is.
     *
     * @return false when it or a final one was known before
     */
    boolean charged(PaymentStatus result, Charge charge, String cause, Instant at) {
        if (row.paymentStatus == result || row.paymentStatus.isOver()) {
            return false;
        }
        progress.goTo(result, cause, at);
        row.basketFen = charge.basket().fen();
        row.dueFen = charge.due().fen();
        row.paidFen = charge.captured().fen();
        row.transactionId = charge.transactionId();
        row.chargedAt = at;
        return true;
    }

    /**
     * What was decided and is not done yet, once the door is known to have opened; from here on
     * device-service watches the door.
     */
    private void callOffCancelling() {
        if (row.status != OrderStatus.CANCELLED) {
            row.cancelCause = null;
            row.lookAt = null;
        }
    }

    private static Instant earlier(@Nullable Instant known, Instant told) {
        return known == null || told.isBefore(known) ? told : known;
    }

    private static boolean isAfter(@Nullable Instant known, Instant told) {
        return known != null && known.isAfter(told);
    }
}
