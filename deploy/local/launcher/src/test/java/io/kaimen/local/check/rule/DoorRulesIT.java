package io.kaimen.local.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each rule about doors, states and holds holds for a paid purchase and names what is broken. */
class DoorRulesIT {

    private static final String CANCEL =
            """
            update orders.orders set status = 'CANCELLED', door_status = 'NOT_OPENED',
                payment_status = 'UNPAID', opened_at = null;
            """;

    private Books books = Books.withOnePurchase();

    @BeforeEach
    void onePurchase() {
        books = Books.withOnePurchase();
    }

    @Test
    void aSessionIsRunningWithinItsTimersAndNamedAfter() {
        assertThat(books.look(new SessionsEnd())).isEmpty();
        books.change("update device.door_session set state = 'OPENED'");
        assertThat(books.look(new SessionsEnd(), Books.OVER.plus(Duration.ofMinutes(29))))
                .singleElement()
                .matches(Finding::running);
        assertThat(books.look(new SessionsEnd(), Books.OVER.plus(Duration.ofMinutes(31))))
                .singleElement()
                .isEqualTo(
                        new Finding("device.door_session", "K1", "OPENED at door 1 of C1", false));
    }

    @Test
    void anAbnormalSessionIsNamedAtOnce() {
        books.change("update device.door_session set state = 'ABNORMAL'");
        assertThat(books.look(new SessionsEnd(), Books.OVER))
                .singleElement()
                .matches(found -> !found.running());
    }

    @Test
    void anOrderIsRunningWithinItsTimersAndNamedAfter() {
        assertThat(books.look(new OrdersEnd())).isEmpty();
        books.change("update orders.orders set status = 'AUTHORISING'");
        assertThat(books.look(new OrdersEnd(), Books.OVER.plusSeconds(59)))
                .singleElement()
                .matches(Finding::running);
        assertThat(books.look(new OrdersEnd())).singleElement().matches(found -> !found.running());
    }

    @Test
    void aRefusedPaymentIsAnEndButACollectionUnderWayIsNot() {
        books.change("update orders.orders set payment_status = 'FAILED'");
        assertThat(books.look(new OrdersEnd())).isEmpty();
        books.change("update orders.orders set payment_status = 'CAPTURING'");
        assertThat(books.look(new OrdersEnd())).hasSize(1);
    }

    @Test
    void statesThatDoNotFitAreNamed() {
        assertThat(books.look(new StatesFit())).isEmpty();
        books.change("update orders.orders set door_status = 'OPENING'");
        assertWhat(new StatesFit(), "order SETTLED with door OPENING");
    }

    @Test
    void aCancelledOrderWhoseDoorWasSettledIsNamed() {
        books.change(CANCEL);
        assertWhat(
                new StatesFit(),
                "order CANCELLED with session SETTLED; order CANCELLED with authorisation"
                        + " AUTHORISED; payment UNPAID with settlement PAID");
    }

    @Test
    void aPaymentTheSettlementDoesNotKnowIsNamed() {
        books.change("update account.settlement set status = 'CAPTURING'");
        assertWhat(
                new StatesFit(),
                "payment PAID with settlement CAPTURING; settlement CAPTURING with capture PAID");
    }

    @Test
    void aSessionWithoutAnOrderIsNamed() {
        books.change("delete from orders.orders");
        assertThat(books.look(new StatesFit()))
                .extracting(Finding::where)
                .containsExactlyInAnyOrder("device.door_session", "channel.authorisation");
    }

    @Test
    void anOrphanClaimIsNamed() {
        assertThat(books.look(new ClaimsHaveOwners())).isEmpty();
        books.change(claim("SALE", "K9"));
        assertWhat(new ClaimsHaveOwners(), "SALE claim 7 of K9: there is no such order");
        assertThat(books.look(new ClaimsHaveOwners(), Books.OVER.plusSeconds(5)))
                .singleElement()
                .matches(Finding::running);
    }

    @Test
    void aClaimOfAnOrderThatHasEndedIsNamed() {
        books.change(claim("SALE", "K1"));
        assertWhat(
                new ClaimsHaveOwners(),
                "SALE claim 7 of K1: the order is SETTLED, its session SETTLED");
    }

    @Test
    void aClaimOfARunningOrderOrOfOneAboutToBeWrittenIsNot() {
        books.change(claim("SALE", "K1"));
        books.change("update orders.orders set status = 'OPENED'");
        books.change("update device.door_session set state = 'OPENED'");
        assertThat(books.look(new ClaimsHaveOwners())).isEmpty();
        books.change("update device.door_claim set door = 2");
        assertWhat(new ClaimsHaveOwners(), "OPENED without a claim on door 1 of C1");
    }

    @Test
    void aNoteOfAClaimThatWasLeftIsNamed() {
        books.change(
                """
                insert into orders.claim_intent (order_no, shopper_id, sn, door, created_at)
                values ('K2', 's1', 'C1', 1, '2026-03-01 10:00:00')
                """);
        assertWhat(new ClaimsHaveOwners(), "a note of a claim on door 1 of C1 was left");
    }

    @Test
    void aHoldOfAnOrderThatHasEndedIsNamed() {
        assertThat(books.look(new HoldsHaveOrders())).isEmpty();
        books.change("update account.purchase set running_shopper_id = 's1'");
        assertWhat(new HoldsHaveOrders(), "holds shopper s1: the order is SETTLED and PAID");
    }

    @Test
    void aHoldOfNoOrderIsNamed() {
        books.change("update account.purchase set running_shopper_id = 's1', order_no = 'K9'");
        assertWhat(new HoldsHaveOrders(), "holds shopper s1: there is no such order");
    }

    @Test
    void anOrderThatKeepsItsShoppersPlaceIsNamed() {
        books.change(
                """
                update orders.orders set running_shopper_id = 's1';
                update account.purchase set running_shopper_id = 's1', order_no = 'K1'
                """);
        assertThat(books.look(new HoldsHaveOrders())).hasSize(2);
    }

    @Test
    void aRunningOrderWithoutAHoldIsNamed() {
        books.change(
                "update orders.orders set running_shopper_id = 's1', payment_status = 'UNPAID'");
        assertWhat(new HoldsHaveOrders(), "runs without a purchase hold");
    }

    private void assertWhat(Rule rule, String what) {
        assertThat(books.look(rule))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.what()).isEqualTo(what);
                    assertThat(found.running()).isFalse();
                });
    }

    private static String claim(String kind, String holder) {
        return """
        insert into device.door_claim (sn, door, kind, holder, fence, lock_token, claimed_at)
        values ('C1', 1, '%s', '%s', 7, 't', '2026-03-01 10:00:00')
        """
                .formatted(kind, holder);
    }
}
