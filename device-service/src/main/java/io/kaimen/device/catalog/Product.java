package io.kaimen.device.catalog;

import io.kaimen.device.Codes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Something sold.
 *
 * @param unitGrams one unit's nominal weight in grams
 * @param toleranceGrams how far one unit may be off it; under half a unit
 * @param priceFen the price where neither lane nor region has its own
 */
public record Product(
        @NotNull @Pattern(regexp = Codes.SKU) String sku,
        @NotBlank @Size(max = 100) String name,
        @Positive double unitGrams,
        @PositiveOrZero double toleranceGrams,
        @Positive long priceFen,
        @Size(max = 500) @Nullable String photoUrl) {}
