package io.kaimen.account.capture;

import static io.kaimen.account.ledger.LedgerAccount.SHOPPER_RECEIVABLE;
import static io.kaimen.account.settlement.SettlementStatus.CAPTURING;
import static io.kaimen.account.settlement.SettlementStatus.FAILED;
import static io.kaimen.account.settlement.SettlementStatus.NOTHING_DUE;
import static io.kaimen.account.settlement.SettlementStatus.PAID;
import static io.kaimen.account.settlement.SettlementStatus.PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.account.Baskets;
import io.kaimen.account.OnAccountService;
import io.kaimen.account.PlayedPlatform;
import io.kaimen.account.Rows;
import io.kaimen.account.ledger.Ledger;
import io.kaimen.account.settlement.SettlementStatus;
import io.kaimen.account.settlement.Settlements;
import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.CaptureDue;
import io.kaimen.contracts.account.OrderCharged;
import io.kaimen.contracts.account.OrderCharged.Result;
import io.kaimen.contracts.account.PurchaseHoldsApi;
import io.kaimen.contracts.account.PurchaseHoldsApi.PlaceHold;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder.State;
import io.kaimen.contracts.channel.PaymentCaptured;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.service.messaging.MessageHandler;
import io.kaimen.service.messaging.MessageSender;
import io.kaimen.service.security.Role;
import io.kaimen.service.testing.Calls;
import io.kaimen.service.testing.HeardMessages;
import io.kaimen.testkit.Together;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@OnAccountService
class SettlementIT {

    @Autowired PurchaseHoldsApi holds;
    @Autowired Settlements settlements;
    @Autowired Ledger ledger;
    @Autowired PlayedPlatform platform;
    @Autowired HeardMessages heard;
    @Autowired MessageSender sender;
    @Autowired MessageHandler<BasketSettled> baskets;
    @Autowired MessageHandler<PaymentCaptured> payments;
    @Autowired CaptureSweep sweep;
    @Autowired Rows rows;
    @Autowired Calls calls;

    private final String orderNo = Baskets.orderNo();
    private final String shopper = Baskets.shopperOf(orderNo);

    @BeforeEach
    void placeHold() {
        holds.place(new PlaceHold(shopper, orderNo));
    }

    @Test
    void chargesABasket() {
        publish(Topic.BASKET_SETTLED, Baskets.colas(orderNo, 2));
        awaitStatus(CAPTURING);
        assertThat(settlements.get(orderNo).toCollect()).isEqualTo(Money.ofFen(700));
        assertThat(owed()).isEqualTo(700);
        assertThat(isHeld()).isTrue();

        publish(Topic.PAYMENT_CAPTURED, collectedAfterTheCapture());

        awaitStatus(PAID);
        OrderCharged word = awaitWord();
        assertThat(word.result()).isEqualTo(Result.PAID);
        assertThat(word.captured()).isEqualTo(Money.ofFen(700));
        assertThat(word.transactionId()).isEqualTo(PlayedPlatform.transactionId(orderNo));
        assertThat(isHeld()).isFalse();
        assertThat(owed()).isZero();
        assertThat(ledgerSum()).isZero();
        assertThat(moves()).containsExactly("-PENDING", "PENDING-CAPTURING", "CAPTURING-PAID");
        assertThat(platform.capturesOf(orderNo)).hasSize(1);
    }

    @Test
    void endsTheAuthorisationWhenNothingWasTaken() {
        publish(Topic.BASKET_SETTLED, Baskets.empty(orderNo));

        awaitStatus(NOTHING_DUE);
        assertThat(awaitWord().result()).isEqualTo(Result.NOTHING_DUE);
        assertThat(isHeld()).isFalse();
        assertThat(platform.cancelsOf(orderNo)).isEqualTo(1);
        assertThat(platform.capturesOf(orderNo)).isEmpty();
        assertThat(ledger.ofOrder(orderNo)).isEmpty();
    }

    @Test
    void endsTheAuthorisationAlsoWhenTheAnswerGetsLost() {
        platform.loseNextAnswer(orderNo);
        publish(Topic.BASKET_SETTLED, Baskets.empty(orderNo));

        awaitStatus(NOTHING_DUE);
        assertThat(platform.cancelsOf(orderNo)).isEqualTo(2);
    }

    @Test
    void asksBeforeCapturingAgainWhenTheAnswerGotLost() {
        platform.loseNextAnswer(orderNo);
        publish(Topic.BASKET_SETTLED, Baskets.colas(orderNo, 1));
        collectedAfterTheCapture();

        // No notification ever comes; the platform's answer to our question is all there is.
        awaitStatus(PAID);
        assertThat(awaitWord().captured()).isEqualTo(Money.ofFen(350));
        assertThat(platform.capturesOf(orderNo)).hasSize(1);
        assertThat(owed()).isZero();
    }

    @Test
    void capturesAgainWhenThePlatformNeverHeardTheFirst() {
        publish(Topic.BASKET_SETTLED, Baskets.colas(orderNo, 1));
        awaitCapture();
        platform.put(orderNo, State.AUTHORISED, null);

        await().until(() -> platform.capturesOf(orderNo).size() == 2);
        assertThat(settlements.get(orderNo).status()).isEqualTo(CAPTURING);
    }

    @Test
    void isSweptWhenItsReminderIsLost() {
        publish(Topic.BASKET_SETTLED, Baskets.colas(orderNo, 1));
        collectedAfterTheCapture();
        // Reminders still under way are for asks that, so it looks, have been made.
        rows.change(
                "update settlement set asks = asks + 50, look_at = ? where order_no = ?",
                Timestamp.from(Instant.now().minusSeconds(1)),
                orderNo);

        sweep.sweep();

        assertThat(settlements.get(orderNo).status()).isEqualTo(PAID);
        assertThat(awaitWord().result()).isEqualTo(Result.PAID);
    }

    @Test
    void anUnansweredAskIsRepeatedSoonHoweverOftenItWasAsked() {
        publish(Topic.BASKET_SETTLED, Baskets.colas(orderNo, 1));
        awaitCapture();
        // By now it would wait ten minutes.
        rows.change(
                "update settlement set asks = asks + 50, look_at = ? where order_no = ?",
                Timestamp.from(Instant.now().minusSeconds(1)),
                orderNo);
        platform.loseNextAnswer(orderNo);

        sweep.sweep();

        assertThat(settlements.get(orderNo).lookAt()).isBefore(Instant.now().plusSeconds(11));
        assertThat(settlements.get(orderNo).status()).isEqualTo(CAPTURING);
    }

    @Test
    void anOperatorHasThePlatformAskedAgain() {
        platform.loseNextAnswer(orderNo);
        publish(Topic.BASKET_SETTLED, Baskets.colas(orderNo, 1));
        awaitCapture();
        platform.put(orderNo, State.CANCELLED, null);
        awaitStatus(FAILED);
        assertThat(settlements.get(orderNo).lookAt()).isNull();
        platform.put(orderNo, State.PAID, Money.ofFen(350));

        assertThat(askAgain()).isEqualTo(202);
        awaitStatus(PAID);
        assertThat(moves()).containsSubsequence("FAILED-FAILED", "FAILED-PAID");
        assertThat(askAgain()).isEqualTo(409);
    }

    @Test
    void saysWhenThePlatformRefusesAndGoesOnTrying() {
        platform.refuse(orderNo, true);
        publish(Topic.BASKET_SETTLED, Baskets.colas(orderNo, 1));

        awaitStatus(FAILED);
        assertThat(awaitWord().result()).isEqualTo(Result.FAILED);
        assertThat(alerts()).containsExactly("CAPTURE_REFUSED");
        assertThat(isHeld()).isTrue();

        platform.refuse(orderNo, false);
        publish(Topic.PAYMENT_CAPTURED, collectedAfterTheCapture());

        awaitStatus(PAID);
        await().until(() -> charged().size() == 2);
        assertThat(isHeld()).isFalse();
        assertThat(moves()).endsWith("CAPTURING-FAILED", "FAILED-PAID");
    }

    @Test
    void doesNotBelieveANotifiedAmountThatDiffersUntilThePlatformRepeatsIt() {
        publish(Topic.BASKET_SETTLED, Baskets.colas(orderNo, 2));
        awaitCapture();
        PaymentCaptured real = platform.collects(orderNo);

        publish(Topic.PAYMENT_CAPTURED, oneFenLess(real));

        // Asked, the platform says the right amount.
        awaitStatus(PAID);
        assertThat(alerts()).containsExactly("AMOUNT_DIFFERS");
        assertThat(awaitWord().captured()).isEqualTo(Money.ofFen(700));
    }

    @Test
    void failsWhenThePlatformCollectedAnotherAmount() {
        publish(Topic.BASKET_SETTLED, Baskets.colas(orderNo, 2));
        awaitCapture();
        platform.put(orderNo, State.PAID, Money.ofFen(699));

        awaitStatus(FAILED);
        OrderCharged word = awaitWord();
        assertThat(word.result()).isEqualTo(Result.FAILED);
        assertThat(word.captured()).isEqualTo(Money.ofFen(699));
        assertThat(alerts()).containsExactly("AMOUNT_DIFFERS");
        assertThat(owed()).isEqualTo(1);
        assertThat(ledgerSum()).isZero();
        assertThat(isHeld()).isTrue();
    }

    @Test
    void failsWhenTheAuthorisationIsGone() {
        platform.loseNextAnswer(orderNo);
        publish(Topic.BASKET_SETTLED, Baskets.colas(orderNo, 1));
        awaitCapture();
        platform.put(orderNo, State.CANCELLED, null);

        awaitStatus(FAILED);
        assertThat(alerts()).containsExactly("AUTHORISATION_GONE");
        assertThat(awaitWord().result()).isEqualTo(Result.FAILED);
        assertThat(settlements.get(orderNo).lookAt()).isNull();
    }

    @Test
    void recordsASecondPaymentWithoutTakingIt() {
        publish(Topic.BASKET_SETTLED, Baskets.colas(orderNo, 1));
        PaymentCaptured first = collectedAfterTheCapture();
        publish(Topic.PAYMENT_CAPTURED, first);
        awaitStatus(PAID);

        publish(
                Topic.PAYMENT_CAPTURED,
                new PaymentCaptured(
                        orderNo, Platform.WECHAT, first.total(), "another", first.paidAt()));

        await().until(() -> alerts().equals(List.of("UNEXPECTED_PAYMENT")));
        assertThat(settlements.get(orderNo).captured()).isEqualTo(first.total());
        assertThat(owed()).isZero();
    }

    @Test
    void hasNoFurtherEffectFromRedeliveries() {
        BasketSettled basket = Baskets.colas(orderNo, 3);
        twiceAndOnceMore(Topic.BASKET_SETTLED, basket);
        awaitCapture();
        twiceAndOnceMore(Topic.CAPTURE_DUE, new CaptureDue(orderNo, 1));
        PaymentCaptured payment = platform.collects(orderNo);
        twiceAndOnceMore(Topic.PAYMENT_CAPTURED, payment);
        twiceAndOnceMore(Topic.BASKET_SETTLED, basket);
        awaitStatus(PAID);

        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .until(() -> charged().size() == 1);
        assertChargedOnce();
    }

    @Test
    void hasNoFurtherEffectFromSimultaneousDeliveries() throws InterruptedException {
        BasketSettled basket = Baskets.colas(orderNo, 3);
        List<Object> settled =
                Together.run(
                        8,
                        i ->
                                () -> {
                                    baskets.handle(envelope(Topic.BASKET_SETTLED, basket));
                                    return "done";
                                });
        assertThat(settled).containsOnly("done");
        awaitCapture();
        PaymentCaptured payment = platform.collects(orderNo);
        List<Object> paid =
                Together.run(
                        8,
                        i ->
                                () -> {
                                    payments.handle(envelope(Topic.PAYMENT_CAPTURED, payment));
                                    return "done";
                                });

        assertThat(paid).containsOnly("done");
        await().until(() -> charged().size() == 1);
        assertChargedOnce();
    }

    @Test
    void raisesAnAlertForASecondBasketWithAnotherTotal() {
        publish(Topic.BASKET_SETTLED, Baskets.colas(orderNo, 1));
        awaitCapture();

        publish(Topic.BASKET_SETTLED, Baskets.colas(orderNo, 2));

        await().until(() -> alerts().equals(List.of("BASKET_DIFFERS")));
        assertThat(settlements.get(orderNo).toCollect()).isEqualTo(Money.ofFen(350));
    }

    @Test
    void showsOperatorsHowASettlementCameAbout() {
        publish(Topic.BASKET_SETTLED, Baskets.colas(orderNo, 2));
        publish(Topic.PAYMENT_CAPTURED, collectedAfterTheCapture());
        awaitStatus(PAID);

        assertThat(get("/admin/settlements/" + orderNo))
                .contains("\"status\":\"PAID\"", "\"dueFen\":700", "\"capturedFen\":700")
                .contains("\"fromStatus\":\"CAPTURING\",\"toStatus\":\"PAID\"")
                .contains("\"key\":\"sale:" + orderNo + "\"", "\"amountFen\":-700");
    }

    @Test
    void listsWhatOperatorsHaveToLookAt() {
        publish(Topic.BASKET_SETTLED, Baskets.colas(orderNo, 2));
        awaitCapture();
        platform.put(orderNo, State.PAID, Money.ofFen(1));
        awaitStatus(FAILED);

        assertThat(get("/admin/settlements?status=FAILED&size=100"))
                .contains("\"orderNo\":\"" + orderNo + "\"")
                .doesNotContain("\"status\":\"PAID\"");
        assertThat(get("/admin/settlements/alerts?size=1"))
                .contains("\"orderNo\":\"" + orderNo + "\",\"kind\":\"AMOUNT_DIFFERS\"");
    }

    private @Nullable String get(String path) {
        return calls.as(Role.OPERATIONS).get().uri(path).retrieve().body(String.class);
    }

    private int askAgain() {
        return calls.as(Role.OPERATIONS)
                .post()
                .uri("/admin/settlements/" + orderNo + "/ask")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"reason\":\"the shopper shows a receipt\"}")
                .exchange((request, answer) -> answer.getStatusCode().value());
    }

    private void assertChargedOnce() {
        assertThat(platform.capturesOf(orderNo)).hasSize(1);
        assertThat(moves()).containsExactly("-PENDING", "PENDING-CAPTURING", "CAPTURING-PAID");
        assertThat(ledger.ofOrder(orderNo)).hasSize(2);
        assertThat(owed()).isZero();
        assertThat(ledgerSum()).isZero();
        assertThat(alerts()).isEmpty();
    }

    private List<OrderCharged> charged() {
        return heard.of(Topic.ORDER_CHARGED, orderNo, OrderCharged.class);
    }

    private void publish(Topic topic, Object payload) {
        sender.send(topic, orderNo, UUID.randomUUID().toString(), payload).join();
    }

    /** The same event twice, and what it says once more under another event id. */
    private void twiceAndOnceMore(Topic topic, Object payload) {
        String eventId = UUID.randomUUID().toString();
        sender.send(topic, orderNo, eventId, payload).join();
        sender.send(topic, orderNo, eventId, payload).join();
        publish(topic, payload);
    }

    private <P> Envelope<P> envelope(Topic topic, P payload) {
        return sender.envelope(topic, orderNo, UUID.randomUUID().toString(), payload);
    }

    private void awaitCapture() {
        await().until(() -> !platform.capturesOf(orderNo).isEmpty());
    }

    private PaymentCaptured collectedAfterTheCapture() {
        awaitCapture();
        return platform.collects(orderNo);
    }

    private void awaitStatus(SettlementStatus status) {
        await().atMost(Duration.ofSeconds(20)).until(() -> status() == status);
    }

    private SettlementStatus status() {
        List<String> status =
                rows.texts("select status from settlement where order_no = ?", orderNo);
        return status.isEmpty() ? PENDING : SettlementStatus.valueOf(status.getFirst());
    }

    private OrderCharged awaitWord() {
        await().until(() -> !charged().isEmpty());
        return charged().getFirst();
    }

    private static PaymentCaptured oneFenLess(PaymentCaptured real) {
        return new PaymentCaptured(
                real.orderNo(),
                real.platform(),
                real.total().minus(Money.ofFen(1)),
                real.transactionId(),
                real.paidAt());
    }

    private boolean isHeld() {
        return rows.count("purchase_hold where shopper_id = ?", shopper) == 1;
    }

    private long owed() {
        return ledger.balance(SHOPPER_RECEIVABLE, shopper).fen();
    }

    private long ledgerSum() {
        return rows.number("select coalesce(sum(amount_fen), 0) from ledger_entry");
    }

    private List<String> moves() {
        return rows.texts(
                """
                select concat(coalesce(from_status, ''), '-', to_status)
                from settlement_move where order_no = ? order by id
                """,
                orderNo);
    }

    private List<String> alerts() {
        return rows.texts(
                "select kind from settlement_alert where order_no = ? order by id", orderNo);
    }
}
