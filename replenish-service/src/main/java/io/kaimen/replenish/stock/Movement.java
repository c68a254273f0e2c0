package io.kaimen.replenish.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of book stock.
 *
 * @param units added or, negative, taken
 * @param unitsAfter the lane's afterwards
 * @param reference what caused it; one movement for each reference, lane and product
 * @param note for people
 * @param movedBy the operator, or the service that said so
 */
record Movement(
        String sn,
        int lane,
        String sku,
        Cause cause,
        int units,
        int unitsAfter,
        String reference,
        @Nullable String note,
        String movedBy,
        Instant movedAt) {

    /** Why stock changed. */
    enum Cause {
        SOLD,
        /** Somebody counted the lane. */
        COUNTED,
        /** A new planogram gave the lane another product, or none: what was booked went out. */
        REMOVED,
        /** A sale from before that arrived after it: so much less went out. */
        REMOVAL_CORRECTED
    }
}
