package io.kaimen.device.shadow;

/** A lane's stable reading. */
public record StableWeight(int lane, double grams, Moment at) {}
