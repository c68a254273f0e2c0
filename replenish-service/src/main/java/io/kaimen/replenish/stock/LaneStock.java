package io.kaimen.replenish.stock;

import io.kaimen.contracts.device.PlanogramChanged.Slot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What should be in a lane.
 *
 * @param product what it sells; null while the planogram gives it nothing
 * @param units by the book; below zero when more was sold than was booked
 * @param parLevel units in a full lane; 0 while no planogram is known
 * @param restockThreshold at this many units or fewer the lane is low
 * @param planogramVersion the planogram that set all this; 0 for a lane known from a sale alone
 * @param flagged the book was below zero: somebody should count
 * @param movedAt last movement of the present product; null when there was none, and nobody knows
 *     what is in the lane
 */
record LaneStock(
        String sn,
        int lane,
        int door,
        @Nullable Product product,
        int units,
        int parLevel,
        int restockThreshold,
        long planogramVersion,
        boolean flagged,
        @Nullable Instant movedAt) {

    /** A product as the planogram, or a sale, named it. */
    record Product(String sku, String name) {}

    /** A lane of a new planogram; empty by the book. */
    static LaneStock of(String sn, Slot slot, long version) {
        return new LaneStock(
                sn,
                slot.lane(),
                slot.door(),
                new Product(slot.sku(), slot.productName()),
                0,
                slot.parLevel(),
                slot.restockThreshold(),
                version,
                false,
                null);
    }

    /** A lane that sold before its planogram arrived: the sale itself says what it sells. */
    static LaneStock of(String sn, int lane, int door, Product sold) {
        return new LaneStock(sn, lane, door, sold, 0, 0, 0, 0, false, null);
    }

    boolean sells(String sku) {
        return product != null && product.sku().equals(sku);
    }

    /** Whether goods are needed, as far as that is known. */
    boolean isLow() {
        return product != null
                && planogramVersion > 0
                && movedAt != null
                && units <= restockThreshold;
    }

    /** Adds or, negative, takes units. */
    LaneStock moved(int change, Instant at) {
        int after = Math.addExact(units, change);
        return new LaneStock(
                sn,
                lane,
                door,
                product,
                after,
                parLevel,
                restockThreshold,
                planogramVersion,
                flagged || after < 0,
                at);
    }

    /** Somebody counted: that is the truth, and no doubt is left. */
    LaneStock counted(int found, Instant at) {
        return new LaneStock(
                sn,
                lane,
                door,
                product,
                found,
                parLevel,
                restockThreshold,
                planogramVersion,
                false,
                at);
    }

    /** The same product under a new planogram keeps its units; another one starts without any. */
    LaneStock planned(Slot slot, long version) {
        boolean same = sells(slot.sku());
        return new LaneStock(
                sn,
                lane,
                slot.door(),
                new Product(slot.sku(), slot.productName()),
                same ? units : 0,
                slot.parLevel(),
                slot.restockThreshold(),
                version,
                same && flagged,
                same ? movedAt : null);
    }

    /** The planogram no longer gives the lane anything to sell. */
    LaneStock vacated(long version) {
        return new LaneStock(sn, lane, door, null, 0, 0, 0, version, false, null);
    }
}
