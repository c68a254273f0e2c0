package io.kaimen.order.sale;

import feign.FeignException;
import io.kaimen.order.StillInGlobalTransaction;
import io.kaimen.order.Words;
import io.kaimen.service.problem.Problem;
import io.kaimen.service.problem.RemoteProblem;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Ends an order its shopper does not want, at once and not after the time to authorise. The same
 * three steps as every cancelling; a confirmation that crosses with it opens no door.
 */
@Component
public class DeclineOrder {

    private static final Logger log = LoggerFactory.getLogger(DeclineOrder.class);
    private static final Duration SOON = Duration.ofSeconds(3);

    private final Orders orders;
    private final AuthoriseOrder authoriseOrder;
    private final CancelOrder cancelOrder;
    private final Words words;

    DeclineOrder(
            Orders orders, AuthoriseOrder authoriseOrder, CancelOrder cancelOrder, Words words) {
        this.orders = orders;
        this.authoriseOrder = authoriseOrder;
        this.cancelOrder = cancelOrder;
        this.words = words;
    }

    /**
     * @return the order as it is now: cancelled, or being cancelled
     * @throws TooLateToCancel when the door is on its way to open, was open, or the sale is over
     */
    public Order decline(String orderNo) {
        if (!isPlaced(orderNo)) {
            throw new TooLateToCancel("order-busy", words.say("refusal.order-busy"), SOON);
        }
        try {
            cancelOrder.unlessAuthorised(orderNo, CancelCause.DECLINED);
        } catch (FeignException | RemoteProblem | IllegalStateException e) {
            // Decided and on record; the sweep ends it there and here.
            log.warn("order {} is declined and not ended yet: {}", orderNo, e.toString());
        }
        Order now = orders.get(orderNo);
        if (now.status() == OrderStatus.CANCELLED || now.cancelCause().isPresent()) {
            return now;
        }
        throw new TooLateToCancel("too-late-to-cancel", words.say(tooLate(now)), null);
    }

    /** One that is still being written by the tap counts as busy. */
    private boolean isPlaced(String orderNo) {
        try {
            return authoriseOrder.isPlaced(orderNo);
        } catch (StillInGlobalTransaction busy) {
            return false;
        }
    }

    private static String tooLate(Order order) {
        return switch (order.status()) {
            case PRE_AUTHORISED, AUTHORISING, AUTHORISED, CANCELLED -> "cancel.door-opening";
            case OPENED -> "cancel.door-open";
            case CLOSED, SETTLED, ABNORMAL -> "cancel.door-closed";
        };
    }

    /** The order goes on. */
    static final class TooLateToCancel extends Problem {

        private static final long serialVersionUID = 1;

        TooLateToCancel(String code, String message, @Nullable Duration retryAfter) {
            super(HttpStatus.CONFLICT, code, message, retryAfter);
        }
    }
}
