package io.kaimen.order.placing;

import io.kaimen.order.StillInGlobalTransaction;
import io.kaimen.order.blacklist.Blacklist;
import io.kaimen.order.sale.Order;
import io.kaimen.order.sale.OrderStatus;
import io.kaimen.order.sale.Orders;
import io.kaimen.order.sale.PaymentStatus;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Places an order: checks the shopper, claims the door, writes order and purchase hold as one, asks
 * the platform to vouch. A shopper with a running order at the door gets that one instead.
 */
@Component
class PlaceOrder {

    private static final Logger log = LoggerFactory.getLogger(PlaceOrder.class);

    private final TapGate gate;
    private final EndingWait endingWait;
    private final Orders orders;
    private final Blacklist blacklist;
    private final WriteOrder writeOrder;
    private final AskPlatform askPlatform;

    PlaceOrder(
            TapGate gate,
            EndingWait endingWait,
            Orders orders,
            Blacklist blacklist,
            WriteOrder writeOrder,
            AskPlatform askPlatform) {
        this.gate = gate;
        this.endingWait = endingWait;
        this.orders = orders;
        this.blacklist = blacklist;
        this.writeOrder = writeOrder;
        this.askPlatform = askPlatform;
    }

    Placed place(Tap tap) {
        return gate.inTurn(tap.shopper().id(), () -> endingWait.wait(() -> resumeOrStart(tap)))
                .orElseGet(() -> new Placed.Refused(Refusal.ORDER_BUSY));
    }

    private Placed resumeOrStart(Tap tap) {
        try {
            return running(tap).map(order -> resume(order, tap)).orElseGet(() -> start(tap));
        } catch (StillInGlobalTransaction e) {
            log.warn("{} has an order that is not placed yet", tap.shopper().id(), e);
            return new Placed.Refused(Refusal.ORDER_BUSY);
        }
    }

    private Placed start(Tap tap) {
        String shopperId = tap.shopper().id();
        if (blacklist.blocks(shopperId)) {
            return new Placed.Refused(Refusal.BLACKLISTED);
        }
        if (orders.unpaid(shopperId).isPresent()) {
            return new Placed.Refused(Refusal.ORDER_UNPAID);
        }
        return switch (writeOrder.write(tap)) {
            case WriteOrder.Answer.Written(Order order) ->
                    askPlatform.ask(order, tap.shopper().openid(), true);
            case WriteOrder.Answer.Refused(Refusal why) -> runningAfterAll(tap, why);
        };
    }

    /** Refused because of our own other tap, which had no turn to wait for: then go on with its. */
    private Placed runningAfterAll(Tap tap, Refusal why) {
        return switch (why) {
            case DOOR_IN_USE, ORDER_ENDING ->
                    running(tap)
                            .map(order -> resume(order, tap))
                            .orElseGet(() -> new Placed.Refused(why));
            default -> new Placed.Refused(why);
        };
    }

    private Placed resume(Order order, Tap tap) {
        if (order.paymentStatus() == PaymentStatus.FAILED) {
            return new Placed.Refused(Refusal.ORDER_UNPAID);
        }
        if (!tap.isAtTheDoorOf(order)) {
            return new Placed.Refused(Refusal.ORDER_RUNNING);
        }
        if (order.awaitsAuthorisation()) {
            return askPlatform.ask(order, tap.shopper().openid(), false);
        }
        return order.cancelCause().isPresent()
                ? new Placed.Refused(Refusal.ORDER_ENDING)
                : new Placed.Accepted(order, null, false);
    }

    /** The shopper's running order, once it is certain to stay. */
    private Optional<Order> running(Tap tap) {
        return orders.running(tap.shopper().id())
                .filter(order ->
                        order.status() != OrderStatus.PRE_AUTHORISED
                                || orders.awaitPlaced(order.orderNo()));
    }
}
