package io.kaimen.order.sale;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.channel.AuthorisationsApi.CancelAuthorisation;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.order.OrderCancelled;
import io.kaimen.order.OrderProperties;
import io.kaimen.service.messaging.Outbox;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends an order without a sale, in three steps: decided here, done at the platform, done here. The
 * decision comes first so that a confirmation arriving in between opens no door; the platform comes
 * before our own end so that no order is over here and vouched for there. What is decided and not
 * done (no answer, or this process died) is found by the sweep.
 */
@Component
public class CancelOrder {

    private static final Logger log = LoggerFactory.getLogger(CancelOrder.class);

    private final Orders orders;
    private final OrderChanges changes;
    private final Authorisations authorisations;
    private final Outbox outbox;
    private final OrderProperties properties;
    private final Clock clock;

    CancelOrder(
            Orders orders,
            OrderChanges changes,
            Authorisations authorisations,
            Outbox outbox,
            OrderProperties properties,
            Clock clock) {
        this.orders = orders;
        this.changes = changes;
        this.authorisations = authorisations;
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
    }

    /** Cancels an order the shopper has not authorised; no effect on any other. */
    void unlessAuthorised(String orderNo, CancelCause cause) {
        changes.change(
                orderNo,
                order -> {
                    if (order.awaitsAuthorisation()) {
                        decide(order, cause);
                    }
                });
        finish(orderNo);
    }

    /** Cancels an order whose door nobody will open; no effect once it is known to have opened. */
    void unlessOpened(String orderNo, CancelCause cause) {
        changes.change(orderNo, order -> decide(order, cause));
        finish(orderNo);
    }

    /** Cancels an order the platform refused to vouch for: nothing to undo there. */
    public void refusedByPlatform(String orderNo) {
        changes.change(
                orderNo,
                order -> {
                    if (order.awaitsAuthorisation()) {
                        end(order, CancelCause.REFUSED_BY_PLATFORM);
                    }
                });
    }

    /** Decides to cancel, inside a change of the order. */
    void decide(Order order, CancelCause cause) {
        order.wantCancelled(cause, clock.instant().plus(properties.lookAgain()));
    }

    /**
     * Does what was decided, if anything was. Repeating it is safe: the platform's cancel is, and
     * an order that has ended here stays as it is.
     *
     * @throws feign.RetryableException when the platform's side did not answer: try again
     */
    void finish(String orderNo) {
        Order decided = orders.get(orderNo);
        CancelCause cause = decided.cancelCause().orElse(null);
        if (cause == null || decided.status() == OrderStatus.CANCELLED) {
            return;
        }
        endThere(decided, cause.platformWords());
        changes.change(orderNo, order -> endIfStillWanted(order, cause));
    }

    private void endIfStillWanted(Order order, CancelCause cause) {
        if (order.cancelCause().isEmpty()) {
            // Its capture will be refused, and the shopper then owes it.
            log.error(
                    "ALERT order {}: its door opened while the platform was ending it",
                    order.orderNo());
            order.doorAbnormal(
                    "opened while the platform was ending its authorisation", clock.instant());
        } else if (order.status() != OrderStatus.CANCELLED) {
            end(order, cause);
        }
    }

    /**
     * Ends the platform's side of an order that is over here.
     *
     * @throws IllegalStateException when the platform still vouches or even collects
     */
    void endThere(Order order, String reason) {
        PlatformOrder there =
                authorisations.cancel(
                        new CancelAuthorisation(order.orderNo(), order.platform(), reason));
        switch (there.state()) {
            case CANCELLED, NOT_FOUND, EXPIRED -> {}
            case CREATED, AUTHORISED, CAPTURING, PAID, NOTHING_DUE ->
                    throw new IllegalStateException(
                            "order "
                                    + order.orderNo()
                                    + " was cancelled at the platform and is "
                                    + there.state());
        }
    }

    /** Ends it here, inside a change of the order. */
    void end(Order order, CancelCause cause) {
        Instant now = clock.instant();
        order.cancelled(cause, now);
        outbox.publish(
                Topic.ORDER_CANCELLED,
                order.orderNo(),
                new OrderCancelled(
                        order.orderNo(),
                        order.shopperId(),
                        order.sn(),
                        order.door(),
                        cause.words(),
                        now));
    }
}
