package io.kaimen.order.lookup;

import io.kaimen.order.Words;
import io.kaimen.order.sale.Order;
import io.kaimen.order.sale.OrderAmounts;
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
        return words.say("order." + key(order), yuan(due(order.amounts())));
    }

    /** The catalogue's key after {@code order.}; package-private for the test of the catalogue. */
    static String key(Order order) {
        return switch (order.paymentStatus()) {
            case CAPTURING -> "capturing";
            case PAID -> "paid";
            case NOTHING_DUE -> nothingTaken(order) ? "nothing-taken" : "nothing-due";
            case FAILED -> "unpaid";
            case PARTLY_REFUNDED -> "partly-refunded";
            case REFUNDED -> "refunded";
            case UNPAID -> unpaidKey(order);
        };
    }

    private static String unpaidKey(Order order) {
        return switch (order.status()) {
            case PRE_AUTHORISED, AUTHORISING ->
                    order.cancelCause().isPresent() ? "cancelling" : "authorising";
            case AUTHORISED -> order.cancelCause().isPresent() ? "cancelling" : "opening";
            case OPENED -> "opened";
            case CLOSED -> "closed";
            case SETTLED -> nothingTaken(order) ? "nothing-taken" : "capturing";
            case ABNORMAL -> "abnormal";
            case CANCELLED -> cancelledKey(order);
        };
    }

    private static String cancelledKey(Order order) {
        return order.cancelCause()
                .map(cause ->
                        switch (cause) {
                            case NOT_AUTHORISED_IN_TIME -> "cancelled.not-authorised";
                            case DECLINED -> "cancelled.declined";
                            case REFUSED_BY_PLATFORM -> "cancelled.refused";
                            case DOOR_NEVER_OPENED -> "cancelled.door-never-opened";
                        })
                .orElse("cancelled");
    }

    private static boolean nothingTaken(Order order) {
        Long basket = order.amounts().basketFen();
        return basket != null && basket == 0;
    }

    private static @Nullable Long due(OrderAmounts amounts) {
        return amounts.dueFen() == null ? amounts.basketFen() : amounts.dueFen();
    }

    private static String yuan(@Nullable Long fen) {
        return BigDecimal.valueOf(fen == null ? 0 : fen, 2).toPlainString();
    }
}
