package io.kaimen.order.sale;

import java.util.EnumSet;
import java.util.Set;

/** How an order's money stands. */
public enum PaymentStatus {
    UNPAID,
    /** The platform is collecting. */
    CAPTURING,
    PAID,
    NOTHING_DUE,
    /** Refused for now; the platform may go on trying, and the shopper can pay. */
    FAILED,
    PARTLY_REFUNDED,
    REFUNDED;

    /** The states it can move to. */
    public Set<PaymentStatus> next() {
        return switch (this) {
            case UNPAID -> EnumSet.of(CAPTURING, NOTHING_DUE);
            // Nothing due after all: discounts took the whole basket.
            case CAPTURING -> EnumSet.of(PAID, NOTHING_DUE, FAILED);
            case FAILED -> EnumSet.of(CAPTURING, PAID);
            case PAID -> EnumSet.of(PARTLY_REFUNDED, REFUNDED);
            case PARTLY_REFUNDED -> EnumSet.of(REFUNDED);
            case NOTHING_DUE, REFUNDED -> EnumSet.noneOf(PaymentStatus.class);
        };
    }

    /** Whether the shopper owes nothing any more. */
    public boolean isOver() {
        return switch (this) {
            case PAID, NOTHING_DUE, PARTLY_REFUNDED, REFUNDED -> true;
            case UNPAID, CAPTURING, FAILED -> false;
        };
    }
}
