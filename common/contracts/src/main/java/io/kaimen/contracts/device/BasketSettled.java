package io.kaimen.contracts.device;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper took, at the prices of the moment of opening. Final: the goods are gone.
 *
 * @param lines products taken; empty when nothing was
 * @param total sum of the lines
 * @param lanes every lane's weights before and after, also of untouched lanes
 * @param flags what an operator should look at; empty when the weights explain themselves
 * @param algorithm name and version of what worked the basket out
 */
public record BasketSettled(
        String orderNo,
        String shopperId,
        Platform platform,
        String sn,
        int door,
        String site,
        String region,
        String partner,
        Instant openedAt,
        Instant closedAt,
        List<Line> lines,
        Money total,
        List<LaneWeights> lanes,
        List<Flag> flags,
        String algorithm) {

    /** Units of one product taken from one lane. */
    public record Line(
            int lane,
            String sku,
            String productName,
            int quantity,
            Money unitPrice,
            Money amount) {}

    /**
     * A lane's stable weights.
     *
     * @param beforeGrams before the unlock
     * @param afterGrams after the close
     * @param quantity units taken to be gone; null where nothing is sold, and in older baskets
     * @param confidence how likely that number is, from 0 to 1; null as the quantity
     */
    public record LaneWeights(
            int lane,
            double beforeGrams,
            double afterGrams,
            @Nullable Integer quantity,
            @Nullable Double confidence) {

        /** Weights nobody counted units of. */
        public LaneWeights(int lane, double beforeGrams, double afterGrams) {
            this(lane, beforeGrams, afterGrams, null, null);
        }
    }

    /** Something the weights show beyond plain takes. */
    public record Flag(int lane, Kind kind, double grams) {

        /** What it shows. */
        public enum Kind {
            /** The lane gained weight: misplaced or foreign goods. */
            GAINED,
            /** A residue no number of units explains. */
            UNEXPLAINED,
            /** A small residue, booked as shrinkage. */
            SHRINKAGE,
            /** The lane lost more units than were booked in it. */
            BEYOND_STOCK
        }
    }
}
