package io.kaimen.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.channel.AuthorisationAnswered.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What other services ask, through to the sandbox's wire protocol and back by its callbacks. */
class WechatPurchaseIT extends OnChannelService {

    @Test
    void logsInWithACodeOnce() {
        var code = SANDBOX.logIn("oLOGIN");
        var request = Map.of("platform", "wechat", "code", code);

        assertThat(post("/internal/logins", request).body().path("openid").asString())
                .isEqualTo("oLOGIN");
        assertThat(post("/internal/logins", request).body().path("refusal").asString())
                .contains("used before");
    }

    @Test
    void asksAlipayNothingYet() {
        var answer = post("/internal/logins", Map.of("platform", "alipay", "code", "x"));

        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.body().path("code").asString()).isEqualTo("platform-not-available");
    }

    @Test
    void authorisesCapturesAndTellsEachOnce() {
        var orderNo = newOrderNo();

        SANDBOX.confirm(created(orderNo), openid(orderNo));
        await().untilAsserted(() -> assertThat(status(orderNo)).isEqualTo("AUTHORISED"));
        var captured = post("/internal/captures", capture(orderNo, 700));
        assertThat(captured.body().path("state").asString()).isIn("CAPTURING", "PAID");
        await().untilAsserted(() -> assertThat(captureStatus(orderNo)).isEqualTo("PAID"));
        var again = post("/internal/captures", capture(orderNo, 700));

        assertThat(again.body().path("state").asString()).isEqualTo("PAID");
        assertThat(answers.about(orderNo))
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.outcome()).isEqualTo(Outcome.AUTHORISED);
                    assertThat(answer.openid()).isEqualTo(openid(orderNo));
                });
        assertThat(payments.about(orderNo))
                .singleElement()
                .satisfies(payment -> {
                    assertThat(payment.total()).isEqualTo(Money.ofFen(700));
                    assertThat(payment.transactionId())
                            .isEqualTo(again.body().path("transactionId").asString());
                });
        assertThat(SANDBOX.calls(orderNo, "COMPLETE")).hasSize(1);
    }

    private Instant askedToCapture(String orderNo) {
        return jdbc.sql("select created_at from capture where order_no = ?")
                .param(orderNo)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Test
    void answersARepeatedCreateWithTheSamePackage() {
        var orderNo = newOrderNo();

        var first = post("/internal/authorisations", wish(orderNo));
        var second = post("/internal/authorisations", wish(orderNo));

        assertThat(first.body().path("outcome").asString()).isEqualTo("CREATED");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(SANDBOX.calls(orderNo, "CREATE")).hasSize(1);
    }

    @Test
    void answersSimultaneousCreatesAlike() throws Exception {
        var orderNo = newOrderNo();
        Callable<Answer> create = () -> post("/internal/authorisations", wish(orderNo));
        try (var together = Executors.newFixedThreadPool(6)) {
            var answers =
                    together.invokeAll(List.of(create, create, create, create, create, create));

            var bodies = new HashSet<>();
            for (var answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
                bodies.add(answer.get().body());
            }
            assertThat(bodies).hasSize(1);
        }
    }

    @Test
    void refusesTheSameNumberForAnotherDoor() {
        var orderNo = newOrderNo();
        created(orderNo);
        var other = new HashMap<>(wish(orderNo));
        other.put("door", 2);

        var answer = post("/internal/authorisations", other);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("code").asString()).isEqualTo("authorisation-differs");
    }

    @Test
    void repeatsALostCreateWordForWord() {
        var orderNo = newOrderNo();
        SANDBOX.fault("ANSWER_LOST", orderNo, "CREATE", 1);

        var answer = post("/internal/authorisations", wish(orderNo));

        assertThat(answer.body().path("outcome").asString()).isEqualTo("CREATED");
        assertThat(SANDBOX.calls(orderNo, "CREATE"))
                .hasSize(2)
                .containsOnly(SANDBOX.calls(orderNo, "CREATE").getFirst());
        assertThat(SANDBOX.calls(orderNo, "QUERY")).isNotEmpty();
    }

    @Test
    void goesOnWhereACreateWasLeftUnclear() {
        var orderNo = newOrderNo();
        SANDBOX.fault("ANSWER_FAILED", orderNo, "CREATE", 2);

        var unclear = post("/internal/authorisations", wish(orderNo));
        var repeated = post("/internal/authorisations", wish(orderNo));

        assertThat(unclear.status()).isEqualTo(503);
        assertThat(unclear.body().path("code").asString()).isEqualTo("platform-unclear");
        assertThat(repeated.body().path("outcome").asString()).isEqualTo("CREATED");
    }

    @Test
    void remembersARefusal() {
        var orderNo = newOrderNo();
        SANDBOX.fault("CALL_REFUSED", orderNo, "CREATE", 1);

        var refused = post("/internal/authorisations", wish(orderNo));
        var repeated = post("/internal/authorisations", wish(orderNo));

        assertThat(refused.body().path("outcome").asString()).isEqualTo("REFUSED");
        assertThat(refused.body().path("refusal").asString()).contains("没有收费");
        assertThat(repeated.body()).isEqualTo(refused.body());
        assertThat(SANDBOX.calls(orderNo, "CREATE")).hasSize(1);
    }

    @Test
    void completesOnceWhenTheAnswerIsLost() {
        var orderNo = newOrderNo();
        authorised(orderNo);
        SANDBOX.fault("ANSWER_LOST", orderNo, "COMPLETE", 1);

        var captured = post("/internal/captures", capture(orderNo, 700));

        assertThat(captured.body().path("state").asString()).isIn("CAPTURING", "PAID");
        assertThat(SANDBOX.calls(orderNo, "COMPLETE")).hasSize(1);
    }

    @Test
    void believesNoAnswerSignedByAnotherKey() {
        var orderNo = newOrderNo();
        authorised(orderNo);
        SANDBOX.fault("ANSWER_FORGED", orderNo, "COMPLETE", 1);

        var captured = post("/internal/captures", capture(orderNo, 700));

        assertThat(captured.body().path("state").asString()).isIn("CAPTURING", "PAID");
        // Forging takes longer than we wait, so the answer may still be on its way.
        await().untilAsserted(() -> assertThat(SANDBOX.calls(orderNo, "COMPLETE")).hasSize(1));
    }

    @Test
    void capturesNoOtherTotalForAnOrder() {
        var orderNo = newOrderNo();
        authorised(orderNo);
        post("/internal/captures", capture(orderNo, 700));

        var answer = post("/internal/captures", capture(orderNo, 701));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("code").asString()).isEqualTo("capture-differs");
        assertThat(SANDBOX.calls(orderNo, "COMPLETE")).hasSize(1);
    }

    @Test
    void tellsWhenWechatWillNotCollect() {
        var orderNo = newOrderNo();
        authorised(orderNo);

        var answer = post("/internal/captures", capture(orderNo, 999_999));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("code").asString()).isEqualTo("capture-refused");
        assertThat(captureStatus(orderNo)).isEqualTo("REFUSED");
    }

    @Test
    void capturesNothingThatNobodyConfirmed() {
        var orderNo = newOrderNo();
        created(orderNo);

        var answer = post("/internal/captures", capture(orderNo, 700));

        assertThat(answer.body().path("state").asString()).isEqualTo("CREATED");
        assertThat(SANDBOX.calls(orderNo, "COMPLETE")).isEmpty();
    }

    @Test
    void endsAnAuthorisationAndEndsItAgain() {
        var orderNo = newOrderNo();
        authorised(orderNo);

        for (int time = 0; time < 2; time++) {
            assertThat(
                            post("/internal/authorisations/cancel", cancellation(orderNo))
                                    .body()
                                    .path("state")
                                    .asString())
                    .isEqualTo("CANCELLED");
        }
        assertThat(status(orderNo)).isEqualTo("ENDED");
        assertThat(post("/internal/authorisations", wish(orderNo)).status()).isEqualTo(409);
    }

    @Test
    void endsOnceWhenTheAnswerIsLost() {
        var orderNo = newOrderNo();
        authorised(orderNo);
        SANDBOX.fault("ANSWER_LOST", orderNo, "CANCEL", 1);

        var answer = post("/internal/authorisations/cancel", cancellation(orderNo));

        assertThat(answer.body().path("state").asString()).isEqualTo("CANCELLED");
        assertThat(SANDBOX.calls(orderNo, "CANCEL")).hasSize(1);
    }

    @Test
    void leavesNothingOpenThatWasCancelledWhileItWasBeingCreated() throws Exception {
        var orderNo = newOrderNo();
        SANDBOX.delayAnswer(orderNo, "CREATE", Duration.ofSeconds(2));
        try (var together = Executors.newFixedThreadPool(1)) {
            var creating = together.submit(() -> post("/internal/authorisations", wish(orderNo)));
            await().until(() -> standsAt(orderNo).equals("CREATED"));

            post("/internal/authorisations/cancel", cancellation(orderNo));

            assertThat(creating.get().status()).isEqualTo(409);
            assertThat(creating.get().body().path("code").asString())
                    .isEqualTo("authorisation-ended");
        }
        assertThat(standsAt(orderNo)).isEqualTo("CANCELLED");
        assertThat(status(orderNo)).isEqualTo("ENDED");
    }

    private String standsAt(String orderNo) {
        return get("/internal/authorisations/WECHAT/" + orderNo).body().path("state").asString();
    }

    @Test
    void changesNothingWhenItEndsWhatNeverWas() {
        var answer = post("/internal/authorisations/cancel", cancellation(newOrderNo()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("state").asString()).isEqualTo("NOT_FOUND");
    }

    @Test
    void tellsHowAnOrderStands() {
        var orderNo = newOrderNo();

        assertThat(standsAt(orderNo)).isEqualTo("NOT_FOUND");
        created(orderNo);
        assertThat(standsAt(orderNo)).isEqualTo("CREATED");
    }

    @Test
    void takesNoOrderNumberThatWechatWouldNot() {
        var wish = new HashMap<>(wish("x"));
        wish.put("orderNo", "a/../b");

        assertThat(post("/internal/authorisations", wish).status()).isEqualTo(400);
    }
}
