package io.kaimen.device.planogram;

import io.kaimen.contracts.Money;
import org.jspecify.annotations.Nullable;

/**
 * A lane's product with the price that holds there now.
 *
 * @param unitGrams one unit's nominal weight in grams
 * @param toleranceGrams how far one unit may be off it
 * @param priceFen of one unit: the lane's own, else the region's, else the product's
 */
public record PricedLane(
        int lane,
        String sku,
        String productName,
        @Nullable String photoUrl,
        double unitGrams,
        double toleranceGrams,
        long priceFen) {

    public Money price() {
        return Money.ofFen(priceFen);
    }
}
