package io.kaimen.channel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.channel.wechat.SignedNotification;
import io.kaimen.channel.wechat.WechatKeys;
import io.kaimen.contracts.channel.AuthorisationAnswered.Outcome;
import io.kaimen.service.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Callbacks signed with WeChat's own key, or not, into the real database and broker. */
class PayScoreCallbackIT extends OnCallbacks {

    @Test
    void publishesAConfirmationOnceHoweverOftenItComes() {
        var orderNo = newOrderNo();
        created(orderNo);
        var told = confirmation(orderNo);

        for (int time = 0; time < 3; time++) {
            var answer = send(told);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("code").asString()).isEqualTo("SUCCESS");
        }

        assertThat(outcomes(orderNo)).containsExactly(Outcome.AUTHORISED);
        assertThat(deliveries(orderNo)).isEqualTo(3);
    }

    @Test
    void publishesOnceWhenEightComeAtOnce() throws Exception {
        var orderNo = newOrderNo();
        created(orderNo);
        var told = confirmation(orderNo);
        Callable<Answer> sending = () -> send(told);
        try (var together = Executors.newFixedThreadPool(8)) {
            for (var answer : together.invokeAll(Collections.nCopies(8, sending))) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }

        assertThat(outcomes(orderNo)).containsExactly(Outcome.AUTHORISED);
        assertThat(deliveries(orderNo)).isEqualTo(8);
    }

    @Test
    void believesTheSandboxAmongForgersAndProbers() {
        var orderNo = newOrderNo();
        var packageToken = created(orderNo);
        for (var fault :
                List.of("NOTIFICATION_FORGED", "NOTIFICATION_PROBED", "NOTIFICATION_DOUBLED")) {
            SANDBOX.fault(fault, orderNo, "PAYSCORE.USER_CONFIRM", 1);
        }

        SANDBOX.confirm(packageToken, openid(orderNo));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(deliveries(orderNo)).isEqualTo(2));
        assertThat(outcomes(orderNo)).containsExactly(Outcome.AUTHORISED);
        assertThat(
                        SANDBOX.order(orderNo)
                                .at("/notifications/0/attempts")
                                .valueStream()
                                .map(attempt -> attempt.path("status").asInt()))
                .contains(401, 200);
    }

    @Test
    void rejectsAForgedOne() {
        var orderNo = newOrderNo();
        created(orderNo);

        var answer =
                send(
                        SignedNotification.of(
                                WechatKeys.rsa().getPrivate(),
                                Instant.now(),
                                "PAYSCORE.USER_CONFIRM",
                                resource(orderNo, confirmed()),
                                wechat));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("code").asString()).isEqualTo("FAIL");
        assertThat(outcomes(orderNo)).isEmpty();
        assertThat(status(orderNo)).isEqualTo("CREATED");
    }

    @Test
    void rejectsAStaleReplay() {
        var orderNo = newOrderNo();
        created(orderNo);

        var answer =
                send(
                        SignedNotification.of(
                                WECHATS_KEY,
                                Instant.now().minus(Duration.ofMinutes(6)),
                                "PAYSCORE.USER_CONFIRM",
                                resource(orderNo, confirmed()),
                                wechat));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(outcomes(orderNo)).isEmpty();
    }

    @Test
    void rejectsOneForAnotherMerchant() {
        var orderNo = newOrderNo();
        created(orderNo);
        var resource = resource(orderNo, confirmed()).replace(wechat.mchId(), "1900000009");

        assertThat(send(told("PAYSCORE.USER_CONFIRM", resource)).status()).isEqualTo(401);
        assertThat(outcomes(orderNo)).isEmpty();
    }

    @Test
    void refusesAnOrderNobodyAskedFor() {
        var orderNo = newOrderNo();

        var answer = send(confirmation(orderNo));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("message").asString()).isEqualTo("unknown order");
        assertThat(outcomes(orderNo)).isEmpty();
        assertThat(deliveries(orderNo)).isZero();
    }

    @Test
    void refusesAPaymentThatIsAFenOff() {
        var orderNo = newOrderNo();
        authorised(orderNo);
        // Collected only much later, so that none but our own notifications arrive.
        SANDBOX.fault("DEDUCTION_FAILED", orderNo, null, 1);
        post("/internal/captures", capture(orderNo, 700));

        for (long fen : new long[] {699, 701}) {
            var answer = send(payment(orderNo, fen, "4200001"));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body().path("message").asString()).isEqualTo("amount differs");
        }
        assertThat(payments.about(orderNo)).isEmpty();
        assertThat(captureStatus(orderNo)).isEqualTo("CAPTURING");

        assertThat(send(payment(orderNo, 700, "4200001")).status()).isEqualTo(200);
        assertThat(payments.about(orderNo)).hasSize(1);
    }

    @Test
    void refusesAPaymentWeNeverAskedFor() {
        var orderNo = newOrderNo();
        authorised(orderNo);

        var answer = send(payment(orderNo, 700, "4200001"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("message").asString()).isEqualTo("never captured");
        assertThat(payments.about(orderNo)).isEmpty();
    }

    @Test
    void showsOperatorsWhatWasAskedAndTold() {
        var orderNo = newOrderNo();
        authorised(orderNo);
        post("/internal/captures", capture(orderNo, 700));
        await().until(() -> captureStatus(orderNo).equals("PAID"));

        var trail = getAs(Role.OPERATIONS, "/admin/authorisations/" + orderNo).body();

        assertThat(trail.path("authorisation").asString()).isEqualTo("AUTHORISED");
        assertThat(trail.at("/capture/status").asString()).isEqualTo("PAID");
        assertThat(trail.at("/capture/totalFen").asLong()).isEqualTo(700);
        assertThat(trail.path("notifications"))
                .hasSize(2)
                .allSatisfy(heard -> assertThat(heard.path("deliveries").asInt()).isEqualTo(1));
        assertThat(trail.toString()).doesNotContain(openid(orderNo));
        assertThat(getAs(Role.SHOPPER, "/admin/authorisations/" + orderNo).status()).isEqualTo(403);
        assertThat(getAs(Role.OPERATIONS, "/admin/authorisations/none").status()).isEqualTo(404);
    }

    @Test
    void takesNoBodyWithoutEnd() {
        assertThat(callback(Map.of(), "x".repeat(70_000)).status()).isEqualTo(413);
    }
}
