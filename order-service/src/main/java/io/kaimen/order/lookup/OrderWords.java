package io.kaimen.order.lookup;

import io.kaimen.order.Words;
import io.kaimen.order.sale.CancelCause;
import io.kaimen.order.sale.Order;
import io.kaimen.order.sale.OrderAmounts;
import io.kaimen.order.sale.OrderStatus;
import io.kaimen.order.sale.PaymentStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How an order stands, in words for its shopper: what happened, and whether they pay. */
@Component
class OrderWords {

    private final Words words;

    OrderWords(Words words) {
        this.words = words;
    }

    String of(Order order) {
        OrderAmounts amounts = order.amounts();
        Long basket = amounts.basketFen();
        String key =
                key(
                        order.status(),
                        order.paymentStatus(),
                        order.cancelCause().orElse(null),
                        basket != null && basket == 0);
        return words.say(key, yuan(amounts.dueFen() == null ? basket : amounts.dueFen()));
    }

    /** The catalogue's key. */
    static String key(
            OrderStatus status,
            PaymentStatus payment,
            @Nullable CancelCause cancelCause,
            boolean nothingTaken) {
        return switch (payment) {
            case CAPTURING -> "order.capturing";
            case PAID -> "order.paid";
            case NOTHING_DUE -> nothingTaken ? "order.nothing-taken" : "order.nothing-due";
            case FAILED -> "order.unpaid";
            case PARTLY_REFUNDED -> "order.partly-refunded";
            case REFUNDED -> "order.refunded";
            case UNPAID -> unpaid(status, cancelCause, nothingTaken);
        };
    }

    private static String unpaid(
            OrderStatus status, @Nullable CancelCause cancelCause, boolean nothingTaken) {
        return switch (status) {
            case PRE_AUTHORISED, AUTHORISING ->
                    cancelCause == null ? "order.authorising" : "order.cancelling";
            case AUTHORISED -> cancelCause == null ? "order.opening" : "order.cancelling";
            case OPENED -> "order.opened";
            case CLOSED -> "order.closed";
            case SETTLED -> nothingTaken ? "order.nothing-taken" : "order.capturing";
            case ABNORMAL -> "order.abnormal";
            case CANCELLED -> cancelled(cancelCause);
        };
    }

    private static String cancelled(@Nullable CancelCause cause) {
        return switch (cause) {
            case null -> "order.cancelled";
            case NOT_AUTHORISED_IN_TIME -> "order.cancelled.not-authorised";
            case DECLINED -> "order.cancelled.declined";
            case REFUSED_BY_PLATFORM -> "order.cancelled.refused";
            case DOOR_NEVER_OPENED -> "order.cancelled.door-never-opened";
            case DOOR_NOT_PULLED -> "order.cancelled.door-not-pulled";
        };
    }

    private static String yuan(@Nullable Long fen) {
        return BigDecimal.valueOf(fen == null ? 0 : fen, 2).toPlainString();
    }
}
