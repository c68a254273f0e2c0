package io.kaimen.order.placing;

import io.kaimen.order.Numbers;
import io.kaimen.order.OrderProperties;
import io.kaimen.order.door.Places;
import io.kaimen.order.sale.Claim;
import io.kaimen.order.sale.Order;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Claims the door and writes a new order with its purchase hold, or leaves nothing behind. */
@Component
class WriteOrder {

    private static final Logger log = LoggerFactory.getLogger(WriteOrder.class);

    private final Numbers numbers;
    private final Places places;
    private final Claims claims;
    private final Placement placement;
    private final OrderProperties properties;
    private final Clock clock;

    WriteOrder(
            Numbers numbers,
            Places places,
            Claims claims,
            Placement placement,
            OrderProperties properties,
            Clock clock) {
        this.numbers = numbers;
        this.places = places;
        this.claims = claims;
        this.placement = placement;
        this.properties = properties;
        this.clock = clock;
    }

    /** A written order, or why there is none. */
    sealed interface Answer {

        record Written(Order order) implements Answer {}

        record Refused(Refusal why) implements Answer {}
    }

    Answer write(Tap tap) {
        String orderNo = numbers.next();
        return switch (claims.claim(orderNo, tap)) {
            case Claims.Answer.Refused(Refusal why) -> new Answer.Refused(why);
            case Claims.Answer.Claimed(Claim claim) -> write(orderNo, tap, claim);
        };
    }

    /**
     * The claim is given back after every failure, also where the transaction's end is not known:
     * should the order be there after all, device-service opens no door without its claim.
     */
    private Answer write(String orderNo, Tap tap, Claim claim) {
        Instant now = clock.instant();
        Order order =
                Order.placed(
                        orderNo,
                        tap.scan(places.of(tap.sn(), tap.door())),
                        claim,
                        now,
                        now.plus(properties.authorise()));
        try {
            placement.place(order);
        } catch (Placement.HoldTaken | DuplicateKeyException e) {
            // A tap that came in beside us, or an order that has ended here and not there yet.
            log.info("no second order for {}: {}", tap.shopper().id(), e.getMessage());
            claims.letGo(orderNo, tap);
            return new Answer.Refused(Refusal.ORDER_ENDING);
        } catch (RuntimeException e) {
            // A lost answer of account-service among others: the hold is a branch of the global
            // transaction and goes when the coordinator rolls it back, answered or not.
            log.warn("order {} could not be written", orderNo, e);
            claims.letGo(orderNo, tap);
            return new Answer.Refused(Refusal.ACCOUNT_UNREACHABLE);
        }
        claims.keep(orderNo);
        return new Answer.Written(order);
    }
}
