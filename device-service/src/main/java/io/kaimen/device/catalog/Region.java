package io.kaimen.device.catalog;

import io.kaimen.device.Codes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** An area with prices of its own. */
public record Region(
        @NotNull @Pattern(regexp = Codes.SHORT) String code,
        @NotBlank @Size(max = 100) String name) {}
