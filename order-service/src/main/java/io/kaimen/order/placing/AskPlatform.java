package io.kaimen.order.placing;

import feign.FeignException;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.channel.AuthorisationsApi;
import io.kaimen.contracts.channel.AuthorisationsApi.AuthorisationAnswer;
import io.kaimen.contracts.channel.AuthorisationsApi.CreateAuthorisation;
import io.kaimen.contracts.order.AuthorisationDue;
import io.kaimen.order.OrderProperties;
import io.kaimen.order.sale.Authorisations;
import io.kaimen.order.sale.CancelOrder;
import io.kaimen.order.sale.Order;
import io.kaimen.order.sale.OrderChanges;
import io.kaimen.order.sale.OrderStatus;
import io.kaimen.service.messaging.Outbox;
import io.kaimen.service.problem.RemoteProblem;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the platform to vouch for the shopper of an order. The platform's side answers the same
 * order number the same way, so a second tap, a refreshed page or a lost answer just asks again.
 */
@Component
class AskPlatform {

    private static final Logger log = LoggerFactory.getLogger(AskPlatform.class);

    private final Authorisations authorisations;
    private final OrderChanges changes;
    private final CancelOrder cancelOrder;
    private final Outbox outbox;
    private final OrderProperties properties;
    private final Clock clock;

    AskPlatform(
            Authorisations authorisations,
            OrderChanges changes,
            CancelOrder cancelOrder,
            Outbox outbox,
            OrderProperties properties,
            Clock clock) {
        this.authorisations = authorisations;
        this.changes = changes;
        this.cancelOrder = cancelOrder;
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param created whether this tap made the order
     */
    Placed ask(Order order, String openid, boolean created) {
        AuthorisationAnswer answer;
        try {
            answer = authorisations.create(request(order, openid));
        } catch (FeignException | RemoteProblem e) {
            // The platform may or may not know the order now. It stays as it is: the shopper's next
            // tap asks again under the same number, and if none comes the sweep finds the order
            // unauthorised, asks how it stands there, and ends it there and here.
            log.warn("authorisation of {} unanswered: {}", order.orderNo(), e.toString());
            return new Placed.Refused(Refusal.PLATFORM_UNREACHABLE);
        }
        if (answer.outcome() == AuthorisationsApi.Outcome.REFUSED) {
            cancelOrder.refusedByPlatform(order.orderNo());
            return new Placed.Refused(Refusal.AUTHORISATION_REFUSED, answer.refusal());
        }
        Order now = changes.change(order.orderNo(), this::authorising);
        if (now.awaitsAuthorisation()) {
            return new Placed.Accepted(now, answer.frontEnd(), created);
        }
        return now.cancelCause().isPresent()
                ? new Placed.Refused(Refusal.ORDER_ENDING)
                : new Placed.Accepted(now, null, created);
    }

    /** The reminder goes with the move: no order waits for a shopper without one. */
    private void authorising(Order order) {
        if (order.status() == OrderStatus.PRE_AUTHORISED && order.awaitsAuthorisation()) {
            Instant now = clock.instant();
            order.authorising(now, now.plus(properties.authorise()));
            outbox.publishLater(
                    Topic.AUTHORISATION_DUE,
                    order.orderNo(),
                    new AuthorisationDue(order.orderNo()),
                    properties.authorise());
        }
    }

    private static CreateAuthorisation request(Order order, String openid) {
        return new CreateAuthorisation(
                order.orderNo(),
                order.platform(),
                openid,
                order.sn(),
                order.door(),
                order.place(),
                order.times().createdAt());
    }
}
