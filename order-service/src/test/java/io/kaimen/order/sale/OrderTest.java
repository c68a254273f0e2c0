package io.kaimen.order.sale;

import static io.kaimen.order.sale.OrderFixtures.at;
import static io.kaimen.order.sale.OrderFixtures.authorised;
import static io.kaimen.order.sale.OrderFixtures.charge;
import static io.kaimen.order.sale.OrderFixtures.opened;
import static io.kaimen.order.sale.OrderFixtures.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kaimen.contracts.Money;
import io.kaimen.service.state.IllegalMove;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Money TOTAL = Money.ofFen(700);

    @Test
    void goesFromPlacedToPaid() {
        Order order = opened();
        order.doorClosed("reported", at(9));
        order.settled(TOTAL, at(4), at(9), at(11));
        order.charged(PaymentStatus.PAID, charge(700), "charge", at(12));

        assertStates(order, OrderStatus.SETTLED, DoorStatus.CLOSED, PaymentStatus.PAID);
        assertThat(moves(order))
                .containsExactly(
                        "ORDER PRE_AUTHORISED>AUTHORISING",
                        "ORDER AUTHORISING>AUTHORISED",
                        "DOOR NOT_OPENED>OPENING",
                        "DOOR OPENING>OPENED",
                        "ORDER AUTHORISED>OPENED",
                        "DOOR OPENED>CLOSED",
                        "ORDER OPENED>CLOSED",
                        "ORDER CLOSED>SETTLED",
                        "PAYMENT UNPAID>CAPTURING",
                        "PAYMENT CAPTURING>PAID");
    }

    @Test
    void takesTheShoppersPlaceUntilPaid() {
        Order order = opened();
        order.settled(TOTAL, at(4), at(9), at(11));
        assertThat(order.isRunning()).isTrue();

        order.charged(PaymentStatus.PAID, charge(700), "charge", at(12));

        assertThat(order.isRunning()).isFalse();
    }

    @Test
    void anUnpaidOrderKeepsTheShoppersPlaceUntilThePlatformCollectsAfterAll() {
        Order order = opened();
        order.settled(TOTAL, at(4), at(9), at(11));
        order.charged(PaymentStatus.FAILED, charge(700), "charge", at(12));
        assertThat(order.isRunning()).isTrue();

        order.charged(PaymentStatus.PAID, charge(700), "charge", at(90));

        assertThat(order.paymentStatus()).isEqualTo(PaymentStatus.PAID);
        assertThat(order.isRunning()).isFalse();
    }

    @Test
    void nothingTakenWaitsForTheAuthorisationsEnd() {
        Order order = opened();
        order.settled(Money.ZERO, at(4), at(9), at(11));
        assertStates(order, OrderStatus.SETTLED, DoorStatus.CLOSED, PaymentStatus.UNPAID);

        order.charged(PaymentStatus.NOTHING_DUE, charge(0), "charge", at(12));

        assertThat(order.paymentStatus()).isEqualTo(PaymentStatus.NOTHING_DUE);
        assertThat(order.isRunning()).isFalse();
    }

    @Test
    void acceptsTheChargeBeforeTheBasket() {
        Order order = opened();
        order.doorClosed("reported", at(9));
        order.charged(PaymentStatus.PAID, charge(700), "charge", at(12));
        assertStates(order, OrderStatus.CLOSED, DoorStatus.CLOSED, PaymentStatus.PAID);

        order.settled(TOTAL, at(4), at(9), at(11));

        assertStates(order, OrderStatus.SETTLED, DoorStatus.CLOSED, PaymentStatus.PAID);
    }

    @Test
    void aFailedChargeBeforeTheBasketStaysFailed() {
        Order order = opened();
        order.charged(PaymentStatus.FAILED, charge(700), "charge", at(12));
        order.settled(TOTAL, at(4), at(9), at(11));

        assertThat(order.paymentStatus()).isEqualTo(PaymentStatus.FAILED);
    }

    @Test
    void passesThroughWhatWasMissedAndSaysSo() {
        Order order = authorised();
        order.settled(TOTAL, at(4), at(9), at(11));

        assertStates(order, OrderStatus.SETTLED, DoorStatus.CLOSED, PaymentStatus.CAPTURING);
        assertThat(order.progress().moves())
                .filteredOn(move -> move.to().equals("OPENING"))
                .singleElement()
                .satisfies(move -> assertThat(move.cause()).startsWith("passed through"));
    }

    @Test
    void aCloseBeforeItsOpenLeavesTheRightTimesOnceBothAreKnown() {
        Order order = authorised();
        order.doorClosed("reported", at(9));
        order.doorOpened("reported", at(4));
        order.doorOpening("commanded", at(3));

        assertStates(order, OrderStatus.CLOSED, DoorStatus.CLOSED, PaymentStatus.UNPAID);
        assertThat(order.times().doorCommandedAt()).isEqualTo(at(3));
        assertThat(order.times().openedAt()).isEqualTo(at(4));
        assertThat(order.times().closedAt()).isEqualTo(at(9));
    }

    @Test
    void hearingEverythingTwiceChangesNothing() {
        Order order = opened();
        order.doorClosed("reported", at(9));
        order.settled(TOTAL, at(4), at(9), at(11));
        order.charged(PaymentStatus.PAID, charge(700), "charge", at(12));
        int moves = order.progress().moves().size();

        assertThat(order.authorised("confirmed", at(2), at(32))).isFalse();
        order.doorOpening("commanded", at(3));
        order.doorOpened("reported", at(4));
        order.doorClosed("reported", at(9));
        assertThat(order.settled(TOTAL, at(4), at(9), at(11))).isFalse();
        assertThat(order.charged(PaymentStatus.PAID, charge(700), "charge", at(12))).isFalse();
        assertThat(order.charged(PaymentStatus.FAILED, charge(700), "charge", at(13))).isFalse();

        assertThat(order.progress().moves()).hasSize(moves);
    }

    @Test
    void refusesAnAuthorisationOnceCancellingIsDecided() {
        Order order = placed();
        order.authorising(at(1), at(61));
        assertThat(order.wantCancelled(CancelCause.NOT_AUTHORISED_IN_TIME, at(71))).isTrue();

        assertThat(order.authorised("confirmed", at(62), at(92))).isFalse();
        assertThat(order.status()).isEqualTo(OrderStatus.AUTHORISING);
    }

    @Test
    void cancellingFreesTheShoppersPlace() {
        Order order = placed();
        order.authorising(at(1), at(61));
        order.wantCancelled(CancelCause.NOT_AUTHORISED_IN_TIME, at(71));
        assertThat(order.isRunning()).isTrue();

        order.cancelled(CancelCause.NOT_AUTHORISED_IN_TIME, at(63));

        assertThat(order.isRunning()).isFalse();
        assertThat(order.row().lookAt).isNull();
    }

    @Test
    void cannotBeCancelledOnceOpened() {
        Order order = opened();
        assertThat(order.wantCancelled(CancelCause.DOOR_NEVER_OPENED, at(70))).isFalse();
        order.doorAbnormal("silent", at(80));

        assertThat(order.wantCancelled(CancelCause.DOOR_NEVER_OPENED, at(90))).isFalse();
        assertThatExceptionOfType(IllegalMove.class)
                .isThrownBy(() -> order.cancelled(CancelCause.DOOR_NEVER_OPENED, at(90)));
    }

    @Test
    void aDoorThatDidNotOpenIsFaultyAndTheOrderCanBeCancelled() {
        Order order = authorised();
        order.doorOpening("commanded", at(3));
        order.doorDidNotOpen(DoorStatus.FAULT, "confirmed closed", at(28));
        order.wantCancelled(CancelCause.DOOR_NEVER_OPENED, at(40));
        order.cancelled(CancelCause.DOOR_NEVER_OPENED, at(29));

        assertStates(order, OrderStatus.CANCELLED, DoorStatus.FAULT, PaymentStatus.UNPAID);
    }

    @Test
    void aDoorThatWasNotPulledIsNotFaulty() {
        Order order = authorised();
        order.doorDidNotOpen(DoorStatus.NOT_OPENED, "not pulled", at(20));
        order.wantCancelled(CancelCause.DOOR_NOT_PULLED, at(40));
        order.doorOpening("commanded, told late", at(3));
        order.cancelled(CancelCause.DOOR_NOT_PULLED, at(21));

        assertStates(order, OrderStatus.CANCELLED, DoorStatus.NOT_OPENED, PaymentStatus.UNPAID);
        assertThat(order.times().doorCommandedAt()).isEqualTo(at(3));
    }

    @Test
    void anOrderThatWentAbnormalUnopenedCanStillBeCancelled() {
        Order order = authorised();
        order.doorOpening("commanded", at(3));
        order.doorAbnormal("silent", at(28));

        assertThat(order.wantCancelled(CancelCause.DOOR_NEVER_OPENED, at(3600))).isTrue();
    }

    @Test
    void aDoorHeardOfAfterCancellingBringsTheOrderBeforeAnOperator() {
        Order order = authorised();
        order.wantCancelled(CancelCause.DOOR_NEVER_OPENED, at(40));
        order.cancelled(CancelCause.DOOR_NEVER_OPENED, at(29));

        order.doorAbnormal("silent, told late", at(28));
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);

        order.doorAbnormal("late, after it was given up: the door was opened", at(35));
        assertThat(order.status()).isEqualTo(OrderStatus.ABNORMAL);
        assertThat(order.isRunning()).isFalse();
    }

    @Test
    void aDoorThatMovesAfterCancellingMakesTheOrderAbnormalUntilABasketIsBooked() {
        Order order = authorised();
        order.wantCancelled(CancelCause.DOOR_NEVER_OPENED, at(40));
        order.cancelled(CancelCause.DOOR_NEVER_OPENED, at(29));

        order.doorClosed("reported late", at(35));
        assertStates(order, OrderStatus.ABNORMAL, DoorStatus.CLOSED, PaymentStatus.UNPAID);
        order.doorClosed("reported late, again", at(36));
        assertThat(order.status()).isEqualTo(OrderStatus.ABNORMAL);

        order.settled(TOTAL, at(31), at(35), at(50));
        assertStates(order, OrderStatus.SETTLED, DoorStatus.CLOSED, PaymentStatus.CAPTURING);
    }

    @Test
    void aDoorThatOpensWhileCancellingCallsItOff() {
        Order order = authorised();
        order.wantCancelled(CancelCause.DOOR_NEVER_OPENED, at(40));

        order.doorOpened("reported", at(30));

        assertThat(order.status()).isEqualTo(OrderStatus.OPENED);
        assertThat(order.cancelCause()).isEmpty();
        assertThat(order.row().lookAt).isNull();
    }

    @Test
    void newerEvidenceLeadsOutOfAbnormal() {
        Order order = opened();
        order.doorAbnormal("left open", at(1800));
        order.doorClosed("reported", at(2000));

        assertThat(order.status()).isEqualTo(OrderStatus.CLOSED);
    }

    @Test
    void olderEvidenceDoesNotLeadOutOfAbnormal() {
        Order order = authorised();
        order.doorOpening("commanded", at(3));
        order.doorAbnormal("silent", at(28));
        order.doorOpened("delivered late", at(4));

        assertThat(order.status()).isEqualTo(OrderStatus.ABNORMAL);
        assertThat(order.doorStatus()).isEqualTo(DoorStatus.OPENED);
    }

    @Test
    void troubleFromBeforeWhatIsKnownIsIgnored() {
        Order order = opened();
        order.doorClosed("reported", at(2000));
        order.doorAbnormal("left open", at(1800));

        assertThat(order.status()).isEqualTo(OrderStatus.CLOSED);
    }

    @Test
    void everyMoveHasACauseAndATime() {
        Order order = opened();
        order.settled(TOTAL, at(4), at(9), at(11));

        assertThat(order.progress().moves())
                .allSatisfy(move -> {
                    assertThat(move.cause()).isNotBlank();
                    assertThat(move.at()).isNotNull();
                });
    }

    private static void assertStates(
            Order order, OrderStatus status, DoorStatus door, PaymentStatus payment) {
        assertThat(order.status()).isEqualTo(status);
        assertThat(order.doorStatus()).isEqualTo(door);
        assertThat(order.paymentStatus()).isEqualTo(payment);
    }

    private static List<String> moves(Order order) {
        return order.progress().moves().stream()
                .map(m -> m.machine() + " " + m.from() + ">" + m.to())
                .toList();
    }
}
