package io.kaimen.order.sale;

import static io.kaimen.order.played.Purchase.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.OrderCharged;
import io.kaimen.contracts.channel.AuthorisationAnswered;
import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.contracts.order.AuthorisationDue;
import io.kaimen.contracts.order.OrderAuthorised;
import io.kaimen.order.played.Caller;
import io.kaimen.order.played.OnOrderService;
import io.kaimen.order.played.PlayedAccount;
import io.kaimen.order.played.PlayedChannel;
import io.kaimen.order.played.Purchase;
import io.kaimen.order.played.Purchases;
import io.kaimen.service.testing.HeardMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Door, basket and money, told by messages on the real broker. */
@OnOrderService
class PurchaseIT {

    @Autowired private Purchases purchases;
    @Autowired private Caller caller;
    @Autowired private PlayedChannel channel;
    @Autowired private PlayedAccount account;
    @Autowired private HeardMessages heard;
    @Autowired private JdbcTemplate jdbc;

    private Purchase purchase;

    @BeforeEach
    void start() {
        purchase = purchases.start();
    }

    @Test
    void goesFromAuthorisedToPaid() {
        purchase.authorise();
        purchase.awaitPublished(Topic.ORDER_AUTHORISED);
        var told =
                (OrderAuthorised)
                        heard.envelopes(Topic.ORDER_AUTHORISED, purchase.orderNo())
                                .getFirst()
                                .payload();
        assertThat(told.sn()).isEqualTo(purchase.sn());
        assertThat(told.fence()).isPositive();

        purchase.door(DoorSessionMoved.State.OPENING, 3);
        purchase.awaitState("doorStatus", "OPENING");
        purchase.door(DoorSessionMoved.State.OPENED, 4);
        purchase.awaitState("status", "OPENED");
        purchase.door(DoorSessionMoved.State.CLOSED, 9);
        purchase.awaitState("status", "CLOSED");
        purchase.send(Topic.BASKET_SETTLED, purchase.basket());
        purchase.awaitState("status", "SETTLED");
        assertThat(purchase.state("paymentStatus")).isEqualTo("CAPTURING");
        assertThat(purchase.isRunning()).isTrue();
        purchase.send(Topic.ORDER_CHARGED, purchase.charged(OrderCharged.Result.PAID));
        purchase.awaitState("paymentStatus", "PAID");

        assertThat(Purchase.moves(purchase.order()))
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
    void showsWhatWasTakenPaidAndWhen() {
        purchase.finish();

        JsonNode paid = purchase.order();
        assertThat(paid.path("basketFen").asLong()).isEqualTo(700);
        assertThat(paid.path("dueFen").asLong()).isEqualTo(700);
        assertThat(paid.path("paidFen").asLong()).isEqualTo(700);
        assertThat(paid.path("transactionId").asString()).isEqualTo("T-1");
        assertThat(paid.path("message").asString()).startsWith("已支付 7.00 元");
        JsonNode line = paid.path("lines").path(0);
        assertThat(line.path("lane").asInt()).isEqualTo(1);
        assertThat(line.path("sku").asString()).isEqualTo("COLA-330");
        assertThat(line.path("productName").asString()).isEqualTo("可乐 330ml");
        assertThat(line.path("quantity").asInt()).isEqualTo(2);
        assertThat(line.path("unitPriceFen").asLong()).isEqualTo(350);
        assertThat(line.path("amountFen").asLong()).isEqualTo(700);
        assertThat(paid.path("doorCommandedAt").asString()).isEqualTo("2026-11-20T02:15:03Z");
        assertThat(paid.path("openedAt").asString()).isEqualTo("2026-11-20T02:15:04Z");
        assertThat(paid.path("closedAt").asString()).isEqualTo("2026-11-20T02:15:09Z");
        assertThat(paid.path("basketAt").asString()).isNotEmpty();
        assertThat(paid.path("chargedAt").asString()).isEqualTo("2026-11-20T02:15:12Z");
        assertThat(Instant.parse(paid.path("scannedAt").asString()))
                .isBeforeOrEqualTo(Instant.parse(paid.path("createdAt").asString()));
    }

    @Test
    void aPaidOrderLeavesItsShopperFreeForTheNext() {
        purchase.finish();

        assertThat(purchase.isRunning()).isFalse();
        account.free(purchase.phone().shopperId());
        assertThat(caller.tap(purchase.phone(), "next-" + purchase.sn(), 1).status())
                .isEqualTo(201);
    }

    @Test
    void theChargeMayComeBeforeTheBasketAndTheDoor() {
        purchase.authorise();
        purchase.send(Topic.ORDER_CHARGED, purchase.charged(OrderCharged.Result.PAID));
        purchase.awaitState("paymentStatus", "PAID");
        assertThat(purchase.state("status")).isEqualTo("AUTHORISED");

        purchase.send(Topic.BASKET_SETTLED, purchase.basket());
        purchase.awaitState("status", "SETTLED");

        assertThat(purchase.state("paymentStatus")).isEqualTo("PAID");
        assertThat(purchase.order().path("lines").size()).isEqualTo(1);
    }

    @Test
    void everyTopicTwiceUnderItsEventIdAndUnderAnotherChangesNothing() {
        purchase.finish();
        JsonNode before = purchase.order();
        String fresh = purchase.orderNo() + "-fresh-";

        for (int i = 0; i < 2; i++) {
            purchase.send(
                    Topic.AUTHORISATION_ANSWERED,
                    purchase.answered(AuthorisationAnswered.Outcome.AUTHORISED));
            purchase.send(
                    Topic.AUTHORISATION_DUE, new AuthorisationDue(purchase.orderNo()), fresh + i);
            purchase.door(DoorSessionMoved.State.OPENING, 3);
            purchase.door(DoorSessionMoved.State.OPENED, 4);
            purchase.door(DoorSessionMoved.State.CLOSED, 9);
            purchase.send(Topic.BASKET_SETTLED, purchase.basket());
            purchase.send(Topic.BASKET_SETTLED, purchase.basket(), fresh + "basket-" + i);
            purchase.send(Topic.ORDER_CHARGED, purchase.charged(OrderCharged.Result.PAID));
            purchase.send(
                    Topic.ORDER_CHARGED,
                    purchase.charged(OrderCharged.Result.PAID),
                    fresh + "charge-" + i);
        }
        purchase.awaitHandled(Topic.AUTHORISATION_ANSWERED, 3);
        purchase.awaitHandled(Topic.AUTHORISATION_DUE, 3);
        purchase.awaitHandled(Topic.DOOR_SESSION_MOVED, 9);
        purchase.awaitHandled(Topic.BASKET_SETTLED, 5);
        purchase.awaitHandled(Topic.ORDER_CHARGED, 5);

        assertThat(purchase.order()).isEqualTo(before);
        assertThat(purchase.published(Topic.ORDER_AUTHORISED)).isEqualTo(1);
        assertThat(purchase.published(Topic.ORDER_CANCELLED)).isZero();
        assertThat(purchase.count("select count(*) from order_line where order_no = ?"))
                .isEqualTo(1);
        assertThat(channel.callsAbout(purchase.orderNo())).containsExactly("create");
    }

    @Test
    void doorMessagesInTheWrongOrderEndTheSame() {
        purchase.authorise();
        purchase.door(DoorSessionMoved.State.CLOSED, 9);
        purchase.awaitState("status", "CLOSED");
        purchase.door(DoorSessionMoved.State.OPENING, 3);
        purchase.door(DoorSessionMoved.State.OPENED, 4);
        purchase.awaitState("openedAt", "2026-11-20T02:15:04Z");

        assertThat(purchase.state("status")).isEqualTo("CLOSED");
        assertThat(purchase.state("doorStatus")).isEqualTo("CLOSED");
    }

    @Test
    void nothingTakenEndsWithNothingDue() {
        purchase.authorise();
        purchase.send(Topic.BASKET_SETTLED, purchase.basket(List.of(), Money.ZERO, List.of()));
        purchase.awaitState("status", "SETTLED");
        assertThat(purchase.state("paymentStatus")).isEqualTo("UNPAID");

        purchase.send(
                Topic.ORDER_CHARGED,
                new OrderCharged(
                        purchase.orderNo(),
                        purchase.phone().shopperId(),
                        OrderCharged.Result.NOTHING_DUE,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        null,
                        at(11)));
        purchase.awaitState("paymentStatus", "NOTHING_DUE");

        assertThat(purchase.state("message")).isEqualTo("没有取走商品，不收费。");
        assertThat(purchase.isRunning()).isFalse();
    }

    @Test
    void anUnpaidOrderBlocksItsShopperUntilItIsPaid() {
        purchase.authorise();
        purchase.send(Topic.BASKET_SETTLED, purchase.basket());
        purchase.send(
                Topic.ORDER_CHARGED,
                purchase.charged(OrderCharged.Result.FAILED),
                purchase.orderNo() + "-failed");
        purchase.awaitState("paymentStatus", "FAILED");
        purchase.awaitState("status", "SETTLED");
        String next = "next-" + purchase.sn();
        assertThat(caller.tap(purchase.phone(), next, 1).text("code")).isEqualTo("order-unpaid");

        purchase.send(Topic.ORDER_CHARGED, purchase.charged(OrderCharged.Result.PAID));
        purchase.awaitState("paymentStatus", "PAID");

        account.free(purchase.phone().shopperId());
        await().atMost(Duration.ofSeconds(5))
                .until(() -> caller.tap(purchase.phone(), next, 1).status() == 201);
    }

    @Test
    void theDatabaseItselfRefusesToCancelAnOpenedOrder() {
        purchase.authorise();
        purchase.door(DoorSessionMoved.State.OPENED, 4);
        purchase.awaitState("status", "OPENED");

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        jdbc.update(
                                "update orders set status = 'CANCELLED' where order_no = ?",
                                purchase.orderNo()));
    }
}
