package io.kaimen.order;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.OrderCharged;
import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.contracts.order.AuthorisationDue;
import io.kaimen.order.played.OnOrderService;
import io.kaimen.order.played.PlayedChannel;
import io.kaimen.order.played.Purchase;
import io.kaimen.order.played.Purchases;
import io.kaimen.service.testing.Redelivery;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnOrderService
class RedeliveryIT {

    @Autowired private Redelivery redelivery;
    @Autowired private Purchases purchases;
    @Autowired private PlayedChannel channel;

    @Test
    void whatIsToldAgainHasNoEffect() {
        Purchase paid = started();
        Purchase neverConfirmed = started();
        Purchase neverOpened = started();
        // An order's row is written whenever a message about it is handled, changed or not.
        redelivery
                .ignoring("updated_at")
                .tell(paid::authorise, Topic.AUTHORISATION_ANSWERED)
                .tell(() -> goThrough(paid), Topic.DOOR_SESSION_MOVED)
                .tell(() -> paid.send(Topic.BASKET_SETTLED, paid.basket()), Topic.BASKET_SETTLED)
                .tell(
                        () ->
                                paid.send(
                                        Topic.ORDER_CHARGED,
                                        paid.charged(OrderCharged.Result.PAID)),
                        Topic.ORDER_CHARGED)
                .tell(
                        () ->
                                neverConfirmed.send(
                                        Topic.AUTHORISATION_DUE,
                                        new AuthorisationDue(neverConfirmed.orderNo())),
                        Topic.AUTHORISATION_DUE)
                .tell(() -> staysShut(neverOpened), Topic.DOOR_SESSION_MOVED);
        neverConfirmed.awaitState("status", "CANCELLED");
        neverOpened.awaitState("status", "CANCELLED");
        redelivery.tellAgain();
    }

    private Purchase started() {
        Purchase purchase = purchases.start();
        String orderNo = purchase.orderNo();
        redelivery
                .about(orderNo, purchase.sn(), purchase.phone().shopperId())
                .alsoSee("at the platform " + orderNo, () -> channel.stateOf(orderNo))
                // Kinds, not times: whoever finds that it should be over there cancels it again, to
                // no
                // effect.
                .alsoSee("calls for " + orderNo, () -> new TreeSet<>(channel.callsAbout(orderNo)));
        return purchase;
    }

    private static void goThrough(Purchase purchase) {
        purchase.door(DoorSessionMoved.State.OPENING, 3);
        purchase.door(DoorSessionMoved.State.OPENED, 4);
        purchase.door(DoorSessionMoved.State.CLOSED, 9);
        purchase.awaitState("status", "CLOSED");
    }

    private static void staysShut(Purchase purchase) {
        purchase.authorise();
        purchase.door(DoorSessionMoved.State.OPENING, 3);
        purchase.awaitState("doorStatus", "OPENING");
        purchase.door(DoorSessionMoved.State.NOT_OPENED, 9);
    }
}
