package io.kaimen.device.planogram;

import io.kaimen.device.Codes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Which product a lane sells.
 *
 * @param parLevel units in a full lane
 * @param restockThreshold at this many units or fewer a restock task is due; below the par level
 */
public record Slot(
        @Min(1) int lane,
        @NotNull @Pattern(regexp = Codes.SKU) String sku,
        @Min(1) @Max(1000) int parLevel,
        @Min(0) @Max(999) int restockThreshold) {}
