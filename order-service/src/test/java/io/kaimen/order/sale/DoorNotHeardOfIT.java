package io.kaimen.order.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder.State;
import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.order.played.OnOrderService;
import io.kaimen.order.played.PlayedChannel;
import io.kaimen.order.played.PlayedDevice;
import io.kaimen.order.played.Purchase;
import io.kaimen.order.played.Purchases;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Authorised orders whose door's messages do not come. */
@OnOrderService
class DoorNotHeardOfIT {

    @Autowired private Purchases purchases;
    @Autowired private PlayedChannel channel;
    @Autowired private PlayedDevice device;
    @Autowired private Sweep sweep;

    private Purchase purchase;
    private String orderNo;

    @BeforeEach
    void authorise() {
        purchase = purchases.start();
        orderNo = purchase.orderNo();
        purchase.authorise();
        purchase.awaitPublished(Topic.ORDER_AUTHORISED);
    }

    @AfterEach
    void behaveAgain() {
        device.keepsClaims(false);
    }

    @Test
    void isLeftAloneBeforeItsTime() {
        sweep.sweepAuthorisations();

        assertThat(purchase.state("status")).isEqualTo("AUTHORISED");
        assertThat(device.isClaimed(purchase.sn(), 1)).isTrue();
    }

    @Test
    void withoutADoorSessionItIsReleasedAndCancelled() {
        purchase.passTheTimeToLook();

        sweep.sweepAuthorisations();

        assertThat(purchase.state("status")).isEqualTo("CANCELLED");
        assertThat(purchase.state("message")).contains("柜门没有打开").contains("不收费");
        assertThat(channel.stateOf(orderNo)).isEqualTo(State.CANCELLED);
        assertThat(device.isClaimed(purchase.sn(), 1)).isFalse();
        purchase.awaitPublished(Topic.ORDER_CANCELLED);
    }

    @Test
    void withAnOpenDoorItGoesOn() {
        device.knows(
                orderNo,
                List.of(
                        purchase.doorMoved(DoorSessionMoved.State.OPENING, 3),
                        purchase.doorMoved(DoorSessionMoved.State.OPENED, 4)));
        purchase.passTheTimeToLook();

        sweep.sweepAuthorisations();

        assertThat(purchase.state("status")).isEqualTo("OPENED");
        assertThat(
                        purchase.count(
                                "select count(*) from orders where order_no = ? and look_at is null"))
                .isEqualTo(1);
        purchase.send(Topic.BASKET_SETTLED, purchase.basket());
        purchase.awaitState("status", "SETTLED");
    }

    @Test
    void aDoorSessionThatBeganMeanwhileIsNotCancelled() {
        device.knowsTooLateToRelease(
                orderNo, List.of(purchase.doorMoved(DoorSessionMoved.State.OPENING, 3)));
        purchase.passTheTimeToLook();

        sweep.sweepAuthorisations();

        assertThat(purchase.state("status")).isEqualTo("AUTHORISED");
        assertThat(purchase.state("doorStatus")).isEqualTo("OPENING");
        assertThat(device.isClaimed(purchase.sn(), 1)).isTrue();
    }

    @Test
    void aDoorThatDidNotOpenCancelsAlthoughItsMessageIsLost() {
        device.knows(
                orderNo,
                List.of(
                        purchase.doorMoved(DoorSessionMoved.State.OPENING, 3),
                        purchase.doorMoved(DoorSessionMoved.State.NOT_OPENED, 18)));
        purchase.passTheTimeToLook();

        sweep.sweepAuthorisations();

        assertThat(purchase.state("status")).isEqualTo("CANCELLED");
        assertThat(channel.stateOf(orderNo)).isEqualTo(State.CANCELLED);
    }

    @Test
    void aDoorThatOpensWhileThePlatformEndsItIsShownToOperatorsAndSettles() {
        channel.whileCancelling(
                orderNo,
                () -> {
                    purchase.door(DoorSessionMoved.State.OPENED, 4);
                    purchase.awaitState("status", "OPENED");
                });
        purchase.passTheTimeToLook();

        sweep.sweepAuthorisations();

        assertThat(purchase.state("status")).isEqualTo("ABNORMAL");
        assertThat(purchase.isRunning()).isTrue();
        purchase.send(Topic.BASKET_SETTLED, purchase.basket());
        purchase.awaitState("status", "SETTLED");
        assertThat(purchase.state("paymentStatus")).isEqualTo("CAPTURING");
    }

    @Test
    void isLookedAtAgainWhenDeviceServiceDidNotAnswer() {
        device.keepsClaims(true);
        purchase.passTheTimeToLook();
        sweep.sweepAuthorisations();
        assertThat(purchase.state("status")).isEqualTo("AUTHORISED");
        device.keepsClaims(false);
        purchase.passTheTimeToLook();

        sweep.sweepAuthorisations();

        assertThat(purchase.state("status")).isEqualTo("CANCELLED");
    }
}
