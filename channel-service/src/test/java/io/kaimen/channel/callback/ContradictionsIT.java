package io.kaimen.channel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.channel.AuthorisationAnswered.Outcome;
import org.junit.jupiter.api.Test;

/** Callbacks that are genuine and yet cannot both be true. */
class ContradictionsIT extends OnCallbacks {

    @Test
    void asksThePlatformWhenAConfirmationContradictsACancellation() {
        var orderNo = newOrderNo();
        created(orderNo);
        post("/internal/authorisations/cancel", cancellation(orderNo));

        assertThat(send(confirmation(orderNo)).status()).isEqualTo(200);

        assertThat(outcomes(orderNo)).containsExactly(Outcome.CANCELLED);
        assertThat(status(orderNo)).isEqualTo("ENDED");
        assertThat(statuses(orderNo)).containsExactly("RESOLVED");
        assertThat(SANDBOX.calls(orderNo, "QUERY")).isNotEmpty();
    }

    @Test
    void believesThePlatformWhenTwoPaymentsContradictEachOther() {
        var orderNo = newOrderNo();
        authorised(orderNo);
        post("/internal/captures", capture(orderNo, 700));
        await().until(() -> captureStatus(orderNo).equals("PAID"));
        var truth = payments.about(orderNo).getFirst().transactionId();

        assertThat(send(payment(orderNo, 700, "4200009")).status()).isEqualTo(200);

        assertThat(payments.about(orderNo))
                .hasSize(2)
                .allSatisfy(payment -> assertThat(payment.transactionId()).isEqualTo(truth));
        assertThat(statuses(orderNo)).containsExactlyInAnyOrder("BELIEVED", "BELIEVED", "RESOLVED");
    }

    @Test
    void asksAgainAtTheNextDeliveryWhenThePlatformDidNotSay() {
        var orderNo = newOrderNo();
        created(orderNo);
        post("/internal/authorisations/cancel", cancellation(orderNo));
        SANDBOX.fault("ANSWER_FAILED", orderNo, "QUERY", 2);
        var told = confirmation(orderNo);

        assertThat(send(told).status()).isEqualTo(503);
        assertThat(outcomes(orderNo)).isEmpty();
        assertThat(statuses(orderNo)).containsExactly("DISPUTED");

        assertThat(send(told).status()).isEqualTo(200);
        assertThat(outcomes(orderNo)).containsExactly(Outcome.CANCELLED);
        assertThat(statuses(orderNo)).containsExactly("RESOLVED");
    }
}
