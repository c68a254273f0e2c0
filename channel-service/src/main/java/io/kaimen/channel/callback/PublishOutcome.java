package io.kaimen.channel.callback;

import io.kaimen.channel.authorisation.AuthorisationStatus;
import io.kaimen.channel.authorisation.Authorisations;
import io.kaimen.channel.capture.CaptureRequest;
import io.kaimen.channel.capture.Captures;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.channel.AuthorisationAnswered;
import io.kaimen.contracts.channel.AuthorisationAnswered.Outcome;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.channel.PaymentCaptured;
import io.kaimen.service.messaging.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the other services, and our own rows, how an order stands at its platform. */
@Component
class PublishOutcome {

    private static final Duration WHOLE_SECOND = Duration.ofSeconds(1);

    private final Authorisations authorisations;
    private final Captures captures;
    private final Outbox outbox;
    private final Clock clock;

    PublishOutcome(Authorisations authorisations, Captures captures, Outbox outbox, Clock clock) {
        this.authorisations = authorisations;
        this.captures = captures;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Inside the transaction that recorded where this comes from. */
    void publish(PlatformOrder order, @Nullable String openid) {
        switch (order.state()) {
            case AUTHORISED -> answered(order, Outcome.AUTHORISED, openid);
            case CANCELLED, EXPIRED -> answered(order, Outcome.CANCELLED, openid);
            case PAID -> captured(order);
            case NOT_FOUND, CREATED, CAPTURING, NOTHING_DUE -> {
                // Nobody waits to be told these.
            }
        }
    }

    private void answered(PlatformOrder order, Outcome outcome, @Nullable String openid) {
        authorisations.learn(
                order.orderNo(),
                outcome == Outcome.AUTHORISED
                        ? AuthorisationStatus.AUTHORISED
                        : AuthorisationStatus.ENDED);
        outbox.publish(
                Topic.AUTHORISATION_ANSWERED,
                order.orderNo(),
                new AuthorisationAnswered(
                        order.orderNo(), order.platform(), outcome, openid, clock.instant()));
    }

    private void captured(PlatformOrder order) {
        captures.learn(order);
        outbox.publish(
                Topic.PAYMENT_CAPTURED,
                order.orderNo(),
                new PaymentCaptured(
                        order.orderNo(),
                        order.platform(),
                        Objects.requireNonNull(order.total()),
                        Objects.requireNonNull(order.transactionId()),
                        paidAt(order)));
    }

    /**
     * When it was paid. WeChat tells whole seconds, so that a payment may seem to precede the
     * request it answers; within that second the request's time is the better one.
     */
    private Instant paidAt(PlatformOrder order) {
        var told = Objects.requireNonNullElseGet(order.paidAt(), clock::instant);
        return captures.find(order.orderNo())
                .map(CaptureRequest::createdAt)
                .filter(asked -> asked.isAfter(told) && asked.isBefore(told.plus(WHOLE_SECOND)))
                .orElse(told);
    }
}
