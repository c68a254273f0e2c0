package io.kaimen.channel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.channel.AuthorisationAnswered.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the platform's own side may do to an order: lose, delay, reorder, and tell the wrong time.
 */
class PlatformFaultsIT extends OnCallbacks {

    @AfterEach
    void heal() {
        SANDBOX.heal();
    }

    @Test
    void aConfirmationWhoseNotificationIsLostIsKnownToWhoeverAsks() {
        var orderNo = newOrderNo();
        var packageToken = created(orderNo);
        SANDBOX.fault("NOTIFICATION_DROPPED", orderNo, "PAYSCORE.USER_CONFIRM", 9);

        SANDBOX.confirm(packageToken, openid(orderNo));

        assertThat(state("/internal/authorisations/WECHAT/" + orderNo)).isEqualTo("AUTHORISED");
        assertThat(outcomes(orderNo)).isEmpty();
    }

    @Test
    void aConfirmationThatComesAfterItsCancellationOpensNothing() {
        var orderNo = newOrderNo();
        var packageToken = created(orderNo);
        SANDBOX.delay(
                "NOTIFICATION_DELAYED", orderNo, "PAYSCORE.USER_CONFIRM", Duration.ofSeconds(1));
        SANDBOX.confirm(packageToken, openid(orderNo));

        var cancelled = post("/internal/authorisations/cancel", cancellation(orderNo));

        assertThat(cancelled.body().path("state").asString()).isEqualTo("CANCELLED");
        await().untilAsserted(() -> assertThat(deliveries(orderNo)).isPositive());
        assertThat(outcomes(orderNo)).doesNotContain(Outcome.AUTHORISED);
        assertThat(status(orderNo)).isEqualTo("ENDED");
    }

    @Test
    void aPaymentToldBeforeItsConfirmationIsTakenOnce() {
        var orderNo = newOrderNo();
        var packageToken = created(orderNo);
        SANDBOX.fault("NOTIFICATIONS_SWAPPED", orderNo, null, 1);
        SANDBOX.confirm(packageToken, openid(orderNo));

        post("/internal/captures", capture(orderNo, 700));

        await().untilAsserted(() -> assertThat(deliveries(orderNo)).isEqualTo(2));
        assertThat(payments.about(orderNo)).hasSize(1);
        assertThat(captureStatus(orderNo)).isEqualTo("PAID");
        assertThat(SANDBOX.calls(orderNo, "COMPLETE")).hasSize(1);
    }

    @Test
    void aSlowDeductionIsCompletedOnceHoweverOftenItIsAskedFor() {
        var orderNo = newOrderNo();
        authorised(orderNo);
        SANDBOX.delay("DEDUCTION_DELAYED", orderNo, null, Duration.ofSeconds(4));

        var first = post("/internal/captures", capture(orderNo, 700));
        var second = post("/internal/captures", capture(orderNo, 700));

        assertThat(first.body().path("state").asString()).isEqualTo("CAPTURING");
        assertThat(second.body().path("state").asString()).isIn("CAPTURING", "PAID");
        await().untilAsserted(() -> assertThat(captureStatus(orderNo)).isEqualTo("PAID"));
        assertThat(SANDBOX.calls(orderNo, "COMPLETE")).hasSize(1);
        assertThat(payments.about(orderNo)).hasSize(1);
    }

    @Test
    void aCaptureAnsweredTwiceAndOnceWithAnErrorIsOneCapture() {
        var orderNo = newOrderNo();
        authorised(orderNo);
        SANDBOX.fault("ANSWER_FAILED", orderNo, "COMPLETE", 1);
        SANDBOX.fault("NOTIFICATION_DOUBLED", orderNo, "PAYSCORE.USER_PAID", 1);

        var captured = post("/internal/captures", capture(orderNo, 700));

        assertThat(captured.body().path("state").asString()).isIn("CAPTURING", "PAID");
        await().untilAsserted(() -> assertThat(deliveries(orderNo)).isGreaterThanOrEqualTo(3));
        assertThat(payments.about(orderNo)).hasSize(1);
        assertThat(SANDBOX.calls(orderNo, "COMPLETE")).hasSize(1);
    }

    @Test
    void nothingIsConcludedFromAPlatformThatRefusesOurClock() {
        var orderNo = newOrderNo();
        authorised(orderNo);
        SANDBOX.clockAhead(Duration.ofMinutes(10));

        var answer = get("/internal/authorisations/WECHAT/" + orderNo);

        // Neither "not found" nor a refusal of the order: whoever asked asks again.
        assertThat(answer.status()).isEqualTo(502);
        assertThat(status(orderNo)).isEqualTo("AUTHORISED");
        SANDBOX.heal();
        assertThat(state("/internal/authorisations/WECHAT/" + orderNo)).isEqualTo("AUTHORISED");
    }

    private String state(String path) {
        return get(path).body().path("state").asString();
    }
}
