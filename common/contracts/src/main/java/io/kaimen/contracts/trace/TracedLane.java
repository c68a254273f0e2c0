package io.kaimen.contracts.trace;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lane of an order's door.
 *
 * @param sku null when nothing was sold there
 * @param unitGrams one unit's nominal weight
 * @param beforeGrams last stable weight before the unlock
 * @param afterGrams stable weight after the close; null before the basket is decided
 * @param quantity units taken; null before the basket is decided
 * @param confidence how likely that quantity is, from 0 to 1; null where nobody judged it
 * @param flags what the quantity does not explain, by kind
 * @param curve its readings in order of time, from before the command to after the close
 * @param readings how many there were; more than the curve has points when it was thinned
 */
public record TracedLane(
        int lane,
        @Nullable String sku,
        @Nullable String productName,
        @Nullable Double unitGrams,
        @Nullable Double beforeGrams,
        @Nullable Double afterGrams,
        @Nullable Integer quantity,
        @Nullable Double confidence,
        List<String> flags,
        List<Point> curve,
        long readings) {

    /**
     * One reading of the lane's scale.
     *
     * @param at when the cabinet took it, by the server's clock
     */
    public record Point(Instant at, double grams, boolean stable) {

        public static final Comparator<Point> BY_TIME = Comparator.comparing(Point::at);
    }
}
