package io.kaimen.device.catalog;

import jakarta.validation.constraints.Positive;

/** A price to set. */
public record NewPrice(@Positive long priceFen) {}
