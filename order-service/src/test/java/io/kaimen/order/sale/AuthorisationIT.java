package io.kaimen.order.sale;

import static io.kaimen.order.played.Purchase.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Platform;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.channel.AuthorisationAnswered;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder.State;
import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.order.played.OnOrderService;
import io.kaimen.order.played.PlayedChannel;
import io.kaimen.order.played.Purchase;
import io.kaimen.order.played.Purchases;
import io.kaimen.service.messaging.MessageSender;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Authorisations that come, come late or do not come, and orders that end without a sale. */
@OnOrderService
class AuthorisationIT {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired private Purchases purchases;
    @Autowired private PlayedChannel channel;
    @Autowired private MessageSender sender;
    @Autowired private Sweep sweep;
    @Autowired private JdbcTemplate jdbc;

    private Purchase purchase;
    private String orderNo;

    @BeforeEach
    void start() {
        purchase = purchases.start();
        orderNo = purchase.orderNo();
    }

    @AfterEach
    void behaveAgain() {
        channel.silent(false);
    }

    @Test
    void anOrderNobodyConfirmsIsEndedThereAndHereByItsReminder() {
        purchase.awaitState("status", "CANCELLED");

        assertThat(channel.callsAbout(orderNo)).containsExactly("create", "query", "cancel");
        assertThat(channel.stateOf(orderNo)).isEqualTo(State.CANCELLED);
        assertThat(purchase.isRunning()).isFalse();
        assertThat(purchase.state("message")).isEqualTo("您没有在规定时间内确认，订单已取消，不收费。");
    }

    @Test
    void aDueOrderThatIsAuthorisedAtThePlatformGoesOn() {
        channel.becomes(orderNo, State.AUTHORISED);
        purchase.awaitState("status", "AUTHORISED");

        assertThat(channel.callsAbout(orderNo)).containsExactly("create", "query");
        purchase.awaitPublished(Topic.ORDER_AUTHORISED);
    }

    @Test
    void theSweepFindsADueOrderWithoutAnyReminder() {
        jdbc.update("update orders set look_at = ? where order_no = ?", at(0), orderNo);

        sweep.sweepAuthorisations();

        assertThat(channel.callsAbout(orderNo)).containsExactly("create", "query", "cancel");
        assertThat(purchase.state("status")).isEqualTo("CANCELLED");
    }

    @Test
    void anAuthorisationAfterCancellationIsCancelledAtThePlatform() {
        purchase.send(
                Topic.AUTHORISATION_ANSWERED,
                purchase.answered(AuthorisationAnswered.Outcome.CANCELLED));
        purchase.awaitState("status", "CANCELLED");
        int calls = channel.callsAbout(orderNo).size();
        channel.becomes(orderNo, State.AUTHORISED);

        purchase.send(
                Topic.AUTHORISATION_ANSWERED,
                purchase.answered(AuthorisationAnswered.Outcome.AUTHORISED),
                orderNo + "-late");
        await().atMost(LONG).until(() -> channel.stateOf(orderNo) == State.CANCELLED);

        assertThat(channel.callsAbout(orderNo)).hasSize(calls + 1).endsWith("cancel");
        assertThat(purchase.state("status")).isEqualTo("CANCELLED");
        assertThat(purchase.published(Topic.ORDER_AUTHORISED)).isZero();
    }

    @Test
    void anAuthorisationOfAnOrderThatDoesNotExistIsCancelledAtThePlatform() {
        String lost = "lost-" + orderNo.substring(8);
        channel.becomes(lost, State.AUTHORISED);

        sender.send(
                        Topic.AUTHORISATION_ANSWERED,
                        lost,
                        lost + "-answer",
                        new AuthorisationAnswered(
                                lost,
                                Platform.WECHAT,
                                AuthorisationAnswered.Outcome.AUTHORISED,
                                null,
                                at(2)))
                .join();

        await().atMost(LONG).until(() -> channel.stateOf(lost) == State.CANCELLED);
    }

    @Test
    void aDoorThatNeverOpenedCancelsThereThenHere() {
        purchase.authorise();
        purchase.door(DoorSessionMoved.State.OPENING, 3);
        purchase.door(DoorSessionMoved.State.NOT_OPENED, 28);
        purchase.awaitState("status", "CANCELLED");

        assertThat(purchase.state("doorStatus")).isEqualTo("FAULT");
        assertThat(channel.stateOf(orderNo)).isEqualTo(State.CANCELLED);
        purchase.awaitPublished(Topic.ORDER_CANCELLED);
        assertThat(purchase.isRunning()).isFalse();

        purchase.door(DoorSessionMoved.State.NOT_OPENED, 28);
        purchase.awaitHandled(Topic.DOOR_SESSION_MOVED, 3);
        assertThat(purchase.published(Topic.ORDER_CANCELLED)).isEqualTo(1);
    }

    @Test
    void aDoorThatWasNotPulledCancelsWithKindWords() {
        purchase.authorise();
        purchase.door(DoorSessionMoved.State.OPENING, 3);
        purchase.unopened(DoorSessionMoved.Unopened.NOT_PULLED, 20);
        purchase.awaitState("status", "CANCELLED");

        assertThat(purchase.state("doorStatus")).isEqualTo("NOT_OPENED");
        assertThat(purchase.state("message")).contains("没有拉开柜门", "不收费");
        assertThat(channel.stateOf(orderNo)).isEqualTo(State.CANCELLED);
    }

    @Test
    void aCancellationThePlatformDidNotAnswerIsFinishedByTheSweep() {
        purchase.authorise();
        channel.silent(true);
        purchase.door(DoorSessionMoved.State.NOT_OPENED, 28);
        await().atMost(LONG).until(() -> channel.callsAbout(orderNo).contains("cancel"));
        assertThat(purchase.state("status")).isEqualTo("AUTHORISED");
        channel.silent(false);

        await().atMost(LONG)
                .untilAsserted(() -> {
                    sweep.sweepAuthorisations();
                    assertThat(purchase.state("status")).isEqualTo("CANCELLED");
                });
    }
}
