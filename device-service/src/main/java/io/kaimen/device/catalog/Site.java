package io.kaimen.device.catalog;

import io.kaimen.device.Codes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Where cabinets stand.
 *
 * @param region the region's code
 * @param partner who owns the place and shares the revenue
 */
public record Site(
        @NotNull @Pattern(regexp = Codes.SHORT) String code,
        @NotBlank @Size(max = 100) String name,
        @NotNull @Pattern(regexp = Codes.SHORT) String region,
        @NotBlank @Size(max = 64) String partner) {}
