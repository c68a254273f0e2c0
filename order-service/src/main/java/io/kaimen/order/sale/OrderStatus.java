package io.kaimen.order.sale;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where an order stands. The first six follow one another in this order; {@link #isBefore} relies
 * on it.
 */
public enum OrderStatus {
    /** 预授权: written, with the purchase hold; the platform is not asked yet. */
    PRE_AUTHORISED,
    /** The platform waits for the shopper. */
    AUTHORISING,
    AUTHORISED,
    OPENED,
    CLOSED,
    /** The basket is booked. */
    SETTLED,
    /** Ended without a sale; out of reach once the door has opened. */
    CANCELLED,
    /** Not terminal: an operator or new evidence moves it on. */
    ABNORMAL;

    /** The states it can move to. */
    public Set<OrderStatus> next() {
        return switch (this) {
            case PRE_AUTHORISED -> EnumSet.of(AUTHORISING, CANCELLED);
            case AUTHORISING -> EnumSet.of(AUTHORISED, CANCELLED);
            case AUTHORISED -> EnumSet.of(OPENED, CANCELLED, ABNORMAL);
            case OPENED -> EnumSet.of(CLOSED, ABNORMAL);
            case CLOSED -> EnumSet.of(SETTLED, ABNORMAL);
            case SETTLED -> EnumSet.noneOf(OrderStatus.class);
            // The door moved after all (its message came late).
            case CANCELLED -> EnumSet.of(ABNORMAL);
            case ABNORMAL -> EnumSet.of(OPENED, CLOSED, SETTLED, CANCELLED);
        };
    }

    /** Whether this comes before the other on the straight way from order to sale. */
    boolean isBefore(OrderStatus other) {
        return onTheWay() && other.onTheWay() && compareTo(other) < 0;
    }

    boolean onTheWay() {
        return compareTo(SETTLED) <= 0;
    }
}
