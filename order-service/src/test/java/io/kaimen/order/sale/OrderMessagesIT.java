package io.kaimen.order.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.OrderCharged;
import io.kaimen.contracts.channel.AuthorisationAnswered;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.contracts.order.AuthorisationDue;
import io.kaimen.contracts.order.OrderAuthorised;
import io.kaimen.order.played.Caller;
import io.kaimen.order.played.Caller.Phone;
import io.kaimen.order.played.Handled;
import io.kaimen.order.played.OnOrderService;
import io.kaimen.order.played.PlayedAccount;
import io.kaimen.order.played.PlayedChannel;
import io.kaimen.order.played.Published;
import io.kaimen.service.messaging.MessageSender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Orders moved by the other services' messages, sent to the real broker. */
@OnOrderService
class OrderMessagesIT {

    private static final Instant SCANNED = Instant.parse("2026-11-20T02:15:00Z");
    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired private Caller caller;
    @Autowired private MessageSender sender;
    @Autowired private PlayedChannel channel;
    @Autowired private PlayedAccount account;
    @Autowired private Published published;
    @Autowired private Handled handled;
    @Autowired private Sweep sweep;
    @Autowired private JdbcTemplate jdbc;

    private final String sn = "KM-" + UUID.randomUUID().toString().substring(0, 8);
    private Phone phone;
    private String orderNo;

    @BeforeEach
    void placeAnOrder() {
        phone = caller.newShopper();
        orderNo = caller.tap(phone, sn, 1).text("orderNo");
    }

    @AfterEach
    void behaveAgain() {
        channel.silent(false);
    }

    @Test
    void aPurchaseGoesFromAuthorisedToPaid() {
        authorise();
        await().atMost(LONG).until(() -> published(Topic.ORDER_AUTHORISED) == 1);
        OrderAuthorised told =
                (OrderAuthorised)
                        published.of(Topic.ORDER_AUTHORISED, orderNo).getFirst().payload();
        assertThat(told.sn()).isEqualTo(sn);
        assertThat(told.fence()).isPositive();

        door(DoorSessionMoved.State.OPENING, 3);
        awaitState("doorStatus", "OPENING");
        door(DoorSessionMoved.State.OPENED, 4);
        awaitState("status", "OPENED");
        door(DoorSessionMoved.State.CLOSED, 9);
        awaitState("status", "CLOSED");
        send(Topic.BASKET_SETTLED, basket());
        awaitState("status", "SETTLED");
        assertThat(order().path("paymentStatus").asString()).isEqualTo("CAPTURING");
        assertThat(running()).isEqualTo(1);
        send(Topic.ORDER_CHARGED, charged(OrderCharged.Result.PAID));
        awaitState("paymentStatus", "PAID");

        JsonNode paid = order();
        assertThat(paid.path("basketFen").asLong()).isEqualTo(700);
        assertThat(paid.path("dueFen").asLong()).isEqualTo(700);
        assertThat(paid.path("paidFen").asLong()).isEqualTo(700);
        assertThat(paid.path("transactionId").asString()).isEqualTo("T-1");
        assertThat(paid.path("message").asString()).startsWith("已支付 7.00 元");
        JsonNode line = paid.path("lines").path(0);
        assertThat(line.path("sku").asString()).isEqualTo("COLA-330");
        assertThat(line.path("productName").asString()).isEqualTo("可乐 330ml");
        assertThat(line.path("quantity").asInt()).isEqualTo(2);
        assertThat(line.path("unitPriceFen").asLong()).isEqualTo(350);
        assertThat(line.path("amountFen").asLong()).isEqualTo(700);
        assertThat(paid.path("doorCommandedAt").asString()).isEqualTo("2026-11-20T02:15:03Z");
        assertThat(paid.path("openedAt").asString()).isEqualTo("2026-11-20T02:15:04Z");
        assertThat(paid.path("closedAt").asString()).isEqualTo("2026-11-20T02:15:09Z");
        assertThat(paid.path("chargedAt").asString()).isEqualTo("2026-11-20T02:15:12Z");
        assertThat(Instant.parse(paid.path("scannedAt").asString()))
                .isBeforeOrEqualTo(Instant.parse(paid.path("createdAt").asString()));
        assertThat(moves(paid))
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
        assertThat(running()).isZero();
        account.free(phone.shopperId());
        assertThat(caller.tap(phone, "other-" + sn, 1).status()).isEqualTo(201);
    }

    @Test
    void theChargeMayComeBeforeTheBasketAndTheDoor() {
        authorise();
        send(Topic.ORDER_CHARGED, charged(OrderCharged.Result.PAID));
        awaitState("paymentStatus", "PAID");
        assertThat(order().path("status").asString()).isEqualTo("AUTHORISED");

        send(Topic.BASKET_SETTLED, basket());
        awaitState("status", "SETTLED");

        assertThat(order().path("paymentStatus").asString()).isEqualTo("PAID");
        assertThat(order().path("lines").size()).isEqualTo(1);
    }

    @Test
    void everyTopicTwiceUnderItsEventIdAndUnderAnotherChangesNothing() {
        purchase();
        JsonNode before = order();

        for (int i = 0; i < 2; i++) {
            send(Topic.AUTHORISATION_ANSWERED, answered(AuthorisationAnswered.Outcome.AUTHORISED));
            send(Topic.AUTHORISATION_DUE, new AuthorisationDue(orderNo));
            door(DoorSessionMoved.State.OPENING, 3);
            door(DoorSessionMoved.State.OPENED, 4);
            door(DoorSessionMoved.State.CLOSED, 9);
            send(Topic.BASKET_SETTLED, basket());
            send(Topic.BASKET_SETTLED, basket(), orderNo + "-fresh-" + i);
            send(Topic.ORDER_CHARGED, charged(OrderCharged.Result.PAID));
            send(Topic.ORDER_CHARGED, charged(OrderCharged.Result.PAID), orderNo + "-too-" + i);
        }
        awaitHandled(Topic.AUTHORISATION_ANSWERED, 3);
        awaitHandled(Topic.AUTHORISATION_DUE, 3);
        awaitHandled(Topic.DOOR_SESSION_MOVED, 9);
        awaitHandled(Topic.BASKET_SETTLED, 3);
        awaitHandled(Topic.ORDER_CHARGED, 3);

        assertThat(order()).isEqualTo(before);
        assertThat(published(Topic.ORDER_AUTHORISED)).isEqualTo(1);
        assertThat(published(Topic.ORDER_CANCELLED)).isZero();
        assertThat(count("select count(*) from order_line where order_no = ?")).isEqualTo(1);
        assertThat(channel.callsAbout(orderNo)).containsExactly("create");
    }

    @Test
    void doorMessagesInTheWrongOrderEndTheSame() {
        authorise();
        door(DoorSessionMoved.State.CLOSED, 9);
        awaitState("status", "CLOSED");
        door(DoorSessionMoved.State.OPENING, 3);
        door(DoorSessionMoved.State.OPENED, 4);
        await().atMost(LONG)
                .until(() -> order().path("openedAt").asString().equals("2026-11-20T02:15:04Z"));

        assertThat(order().path("status").asString()).isEqualTo("CLOSED");
        assertThat(order().path("doorStatus").asString()).isEqualTo("CLOSED");
    }

    @Test
    void nothingTakenEndsWithNothingDue() {
        authorise();
        send(
                Topic.BASKET_SETTLED,
                new BasketSettled(
                        orderNo,
                        phone.shopperId(),
                        Platform.WECHAT,
                        sn,
                        1,
                        "SITE-1",
                        "SH",
                        "PARTNER-1",
                        at(4),
                        at(9),
                        List.of(),
                        Money.ZERO,
                        List.of(),
                        List.of(),
                        "test/1"));
        awaitState("status", "SETTLED");
        assertThat(order().path("paymentStatus").asString()).isEqualTo("UNPAID");

        send(
                Topic.ORDER_CHARGED,
                new OrderCharged(
                        orderNo,
                        phone.shopperId(),
                        OrderCharged.Result.NOTHING_DUE,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        null,
                        at(11)));
        awaitState("paymentStatus", "NOTHING_DUE");

        assertThat(order().path("message").asString()).isEqualTo("没有取走商品，不收费。");
        assertThat(running()).isZero();
    }

    @Test
    void aDoorThatNeverOpenedCancelsThereThenHere() {
        authorise();
        door(DoorSessionMoved.State.OPENING, 3);
        door(DoorSessionMoved.State.NOT_OPENED, 28);
        awaitState("status", "CANCELLED");

        assertThat(order().path("doorStatus").asString()).isEqualTo("FAULT");
        assertThat(channel.stateOf(orderNo)).isEqualTo(PlatformOrder.State.CANCELLED);
        await().atMost(LONG).until(() -> published(Topic.ORDER_CANCELLED) == 1);
        assertThat(running()).isZero();

        door(DoorSessionMoved.State.NOT_OPENED, 28);
        awaitHandled(Topic.DOOR_SESSION_MOVED, 3);
        assertThat(published(Topic.ORDER_CANCELLED)).isEqualTo(1);
    }

    @Test
    void aCancellationThePlatformDidNotAnswerIsFinishedByTheSweep() {
        authorise();
        channel.silent(true);
        door(DoorSessionMoved.State.NOT_OPENED, 28);
        await().atMost(LONG).until(() -> channel.callsAbout(orderNo).contains("cancel"));
        assertThat(order().path("status").asString()).isEqualTo("AUTHORISED");
        channel.silent(false);

        await().atMost(LONG)
                .untilAsserted(() -> {
                    sweep.sweepAuthorisations();
                    assertThat(order().path("status").asString()).isEqualTo("CANCELLED");
                });
    }

    @Test
    void aDueOrderThatIsAuthorisedAtThePlatformGoesOn() {
        channel.becomes(orderNo, PlatformOrder.State.AUTHORISED);
        awaitState("status", "AUTHORISED");

        assertThat(channel.callsAbout(orderNo)).containsExactly("create", "query");
        await().atMost(LONG).until(() -> published(Topic.ORDER_AUTHORISED) == 1);
    }

    @Test
    void theSweepFindsADueOrderWithoutAnyReminder() {
        jdbc.update("update orders set look_at = ? where order_no = ?", SCANNED, orderNo);

        sweep.sweepAuthorisations();

        assertThat(channel.callsAbout(orderNo)).containsExactly("create", "query", "cancel");
        assertThat(order().path("status").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void anAuthorisationAfterCancellationIsCancelledAtThePlatform() {
        send(Topic.AUTHORISATION_ANSWERED, answered(AuthorisationAnswered.Outcome.CANCELLED));
        awaitState("status", "CANCELLED");
        int calls = channel.callsAbout(orderNo).size();
        channel.becomes(orderNo, PlatformOrder.State.AUTHORISED);

        send(
                Topic.AUTHORISATION_ANSWERED,
                answered(AuthorisationAnswered.Outcome.AUTHORISED),
                orderNo + "-late");
        await().atMost(LONG).until(() -> channel.stateOf(orderNo) == PlatformOrder.State.CANCELLED);

        assertThat(channel.callsAbout(orderNo)).hasSize(calls + 1).endsWith("cancel");
        assertThat(order().path("status").asString()).isEqualTo("CANCELLED");
        assertThat(published(Topic.ORDER_AUTHORISED)).isZero();
    }

    @Test
    void anAuthorisationOfAnOrderThatDoesNotExistIsCancelledAtThePlatform() {
        String lost = "lost-" + orderNo.substring(8);
        channel.becomes(lost, PlatformOrder.State.AUTHORISED);

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

        await().atMost(LONG).until(() -> channel.stateOf(lost) == PlatformOrder.State.CANCELLED);
    }

    @Test
    void anUnpaidOrderBlocksItsShopperUntilItIsPaid() {
        authorise();
        send(Topic.BASKET_SETTLED, basket());
        send(Topic.ORDER_CHARGED, charged(OrderCharged.Result.FAILED), orderNo + "-failed");
        awaitState("paymentStatus", "FAILED");
        awaitState("status", "SETTLED");
        assertThat(caller.tap(phone, "other-" + sn, 1).text("code")).isEqualTo("order-unpaid");

        send(Topic.ORDER_CHARGED, charged(OrderCharged.Result.PAID));
        awaitState("paymentStatus", "PAID");

        account.free(phone.shopperId());
        assertThat(caller.tap(phone, "other-" + sn, 1).status()).isEqualTo(201);
    }

    @Test
    void theDatabaseItselfRefusesToCancelAnOpenedOrder() {
        authorise();
        door(DoorSessionMoved.State.OPENED, 4);
        awaitState("status", "OPENED");

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        jdbc.update(
                                "update orders set status = 'CANCELLED' where order_no = ?",
                                orderNo));
    }

    private void authorise() {
        channel.becomes(orderNo, PlatformOrder.State.AUTHORISED);
        send(Topic.AUTHORISATION_ANSWERED, answered(AuthorisationAnswered.Outcome.AUTHORISED));
        awaitState("status", "AUTHORISED");
    }

    private void purchase() {
        authorise();
        door(DoorSessionMoved.State.OPENING, 3);
        door(DoorSessionMoved.State.OPENED, 4);
        door(DoorSessionMoved.State.CLOSED, 9);
        awaitState("status", "CLOSED");
        send(Topic.BASKET_SETTLED, basket());
        awaitState("status", "SETTLED");
        send(Topic.ORDER_CHARGED, charged(OrderCharged.Result.PAID));
        awaitState("paymentStatus", "PAID");
        await().atMost(LONG).until(() -> published(Topic.ORDER_AUTHORISED) == 1);
    }

    private void awaitHandled(Topic topic, int times) {
        await().atMost(LONG).until(() -> handled.count(topic, orderNo) >= times);
    }

    private void send(Topic topic, Object payload) {
        send(topic, payload, orderNo + "-" + topic.topicName());
    }

    private void send(Topic topic, Object payload, String eventId) {
        sender.send(topic, orderNo, eventId, payload).join();
    }

    private void door(DoorSessionMoved.State state, int second) {
        send(
                Topic.DOOR_SESSION_MOVED,
                new DoorSessionMoved(orderNo, sn, 1, state, at(second), "test", "c-1"),
                orderNo + "-" + state);
    }

    private AuthorisationAnswered answered(AuthorisationAnswered.Outcome outcome) {
        return new AuthorisationAnswered(orderNo, Platform.WECHAT, outcome, null, at(2));
    }

    private BasketSettled basket() {
        return new BasketSettled(
                orderNo,
                phone.shopperId(),
                Platform.WECHAT,
                sn,
                1,
                "SITE-1",
                "SH",
                "PARTNER-1",
                at(4),
                at(9),
                List.of(
                        new BasketSettled.Line(
                                1, "COLA-330", "可乐 330ml", 2, Money.ofFen(350), Money.ofFen(700))),
                Money.ofFen(700),
                List.of(new BasketSettled.LaneWeights(1, 5520.4, 4830.2)),
                List.of(),
                "test/1");
    }

    private OrderCharged charged(OrderCharged.Result result) {
        boolean paid = result == OrderCharged.Result.PAID;
        return new OrderCharged(
                orderNo,
                phone.shopperId(),
                result,
                Money.ofFen(700),
                Money.ofFen(700),
                Money.ofFen(paid ? 700 : 0),
                paid ? "T-1" : null,
                at(12));
    }

    private static Instant at(int second) {
        return SCANNED.plusSeconds(second);
    }

    private JsonNode order() {
        return caller.order(phone, orderNo);
    }

    private void awaitState(String field, String state) {
        await().atMost(LONG).until(() -> order().path(field).asString().equals(state));
    }

    private static List<String> moves(JsonNode order) {
        return order.path("moves")
                .valueStream()
                .map(m ->
                        m.path("machine").asString()
                                + " "
                                + m.path("from").asString()
                                + ">"
                                + m.path("to").asString())
                .toList();
    }

    private int published(Topic topic) {
        return published.of(topic, orderNo).size();
    }

    private long running() {
        return count(
                "select count(*) from orders where order_no = ? and running_shopper_id is not null");
    }

    private long count(String sql) {
        Long count = jdbc.queryForObject(sql, Long.class, orderNo);
        return count == null ? 0 : count;
    }
}
