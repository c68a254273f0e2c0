package io.kaimen.order.sale;

import io.kaimen.contracts.Platform;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.channel.AuthorisationAnswered;
import io.kaimen.contracts.channel.AuthorisationsApi.CancelAuthorisation;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.order.AuthorisationDue;
import io.kaimen.contracts.order.OrderAuthorised;
import io.kaimen.order.OrderProperties;
import io.kaimen.service.messaging.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes the platform's word on whether it vouches for the shopper, and asks for it when it does not
 * come.
 */
@Component
class AuthoriseOrder {

    private static final Logger log = LoggerFactory.getLogger(AuthoriseOrder.class);

    private final Orders orders;
    private final OrderChanges changes;
    private final CancelOrder cancelOrder;
    private final Authorisations authorisations;
    private final Outbox outbox;
    private final Duration patience;
    private final Clock clock;

    AuthoriseOrder(
            Orders orders,
            OrderChanges changes,
            CancelOrder cancelOrder,
            Authorisations authorisations,
            Outbox outbox,
            OrderProperties properties,
            Clock clock) {
        this.orders = orders;
        this.changes = changes;
        this.cancelOrder = cancelOrder;
        this.authorisations = authorisations;
        this.outbox = outbox;
        this.patience = properties.doorPatience();
        this.clock = clock;
    }

    /** The platform answered, verified; perhaps late, perhaps again. */
    void answered(AuthorisationAnswered answer) {
        if (!isPlaced(answer.orderNo())) {
            answeredForNothing(answer);
            return;
        }
        switch (answer.outcome()) {
            case AUTHORISED -> authorised(answer.orderNo(), "confirmed", answer.at());
            case CANCELLED -> declined(answer.orderNo());
        }
    }

    /** Asks the platform about an order that should have been answered by now. */
    void ask(Order order) {
        PlatformOrder there = authorisations.query(order.platform(), order.orderNo());
        switch (there.state()) {
            case AUTHORISED -> authorised(order.orderNo(), "found confirmed", clock.instant());
            case NOT_FOUND, CREATED, CANCELLED, EXPIRED ->
                    cancelOrder.unlessAuthorised(
                            order.orderNo(), CancelCause.NOT_AUTHORISED_IN_TIME);
            case CAPTURING, PAID, NOTHING_DUE ->
                    throw new IllegalStateException(
                            "order "
                                    + order.orderNo()
                                    + " is unauthorised, there "
                                    + there.state());
        }
    }

    private void authorised(String orderNo, String cause, Instant at) {
        Order order =
                changes.change(
                        orderNo,
                        found -> {
                            if (found.authorised(cause, at, clock.instant().plus(patience))) {
                                announce(found, at);
                            }
                        });
        if (order.status() == OrderStatus.CANCELLED) {
            cancelOrder.endThere(order, "订单已取消");
        } else if (order.cancelCause().isPresent()) {
            cancelOrder.finish(orderNo);
        }
    }

    /** The word to open the door, and the reminder that it should have opened. */
    private void announce(Order order, Instant at) {
        outbox.publish(Topic.ORDER_AUTHORISED, order.orderNo(), authorised(order, at));
        outbox.publishLater(
                Topic.AUTHORISATION_DUE,
                order.orderNo(),
                new AuthorisationDue(order.orderNo()),
                patience);
    }

    private static OrderAuthorised authorised(Order order, Instant at) {
        return new OrderAuthorised(
                order.orderNo(),
                order.shopperId(),
                order.platform(),
                order.sn(),
                order.door(),
                order.fence(),
                at);
    }

    private void declined(String orderNo) {
        Order order =
                changes.change(
                        orderNo,
                        found -> {
                            if (found.awaitsAuthorisation()) {
                                cancelOrder.end(found, CancelCause.DECLINED);
                            }
                        });
        if (order.cancelCause().isPresent()) {
            cancelOrder.finish(orderNo);
        } else {
            // The door may be open by now: taking the word would give the goods away. The capture
            // will show whether the platform pays.
            log.error(
                    "ALERT order {} is {} and was cancelled at the platform",
                    orderNo,
                    order.status());
        }
    }

    /** An authorisation whose order was rolled back: nobody will ever open a door on it. */
    private void answeredForNothing(AuthorisationAnswered answer) {
        log.warn("{} for order {}, which does not exist", answer.outcome(), answer.orderNo());
        if (answer.outcome() == AuthorisationAnswered.Outcome.AUTHORISED) {
            authorisations.cancel(cancel(answer.orderNo(), answer.platform()));
        }
    }

    private static CancelAuthorisation cancel(String orderNo, Platform platform) {
        return new CancelAuthorisation(orderNo, platform, "订单不存在");
    }

    /** Past its first state an order's global transaction has ended; before, it may still fail. */
    boolean isPlaced(String orderNo) {
        return orders.status(orderNo)
                .map(status -> status != OrderStatus.PRE_AUTHORISED || orders.awaitPlaced(orderNo))
                .orElse(false);
    }
}
