package io.kaimen.contracts.device;

import java.time.Instant;
import java.util.List;

/**
 * A cabinet's planogram as it is from now on, whole.
 *
 * @param warehouse the code of the warehouse that supplies the cabinet
 * @param version rises with every change of this cabinet's planogram
 */
public record PlanogramChanged(
        String sn, String warehouse, long version, List<Slot> slots, Instant changedAt) {

    /**
     * Which product a lane sells.
     *
     * @param parLevel units in a full lane
     * @param restockThreshold at this many units or fewer a restock task is due
     */
    public record Slot(
            int lane,
            int door,
            String sku,
            String productName,
            int parLevel,
            int restockThreshold) {}
}
