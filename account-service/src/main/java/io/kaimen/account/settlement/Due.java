package io.kaimen.account.settlement;

import io.kaimen.contracts.Money;

/**
 * What of a basket is to be collected: the one place where it is worked out.
 *
 * @param basket at list price
 * @param discount taken off by coupons and points
 * @param toCollect the rest, collected on the payment platform
 */
public record Due(Money basket, Money discount, Money toCollect) {

    public Due {
        if (basket.fen() < 0 || discount.fen() < 0 || toCollect.fen() < 0) {
            throw new IllegalArgumentException("negative: " + basket + ", " + discount);
        }
        if (!basket.equals(discount.plus(toCollect))) {
            throw new IllegalArgumentException(
                    discount + " and " + toCollect + " do not make " + basket);
        }
    }

    /** The due of a basket to which nothing applies but its prices. */
    static Due of(Money basket) {
        return new Due(basket, Money.ZERO, basket);
    }
}
