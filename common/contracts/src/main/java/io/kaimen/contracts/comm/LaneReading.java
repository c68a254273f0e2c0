package io.kaimen.contracts.comm;

/**
 * One reading of a lane's scale.
 *
 * @param lane the lane's number, unique within the cabinet
 * @param grams the scale's value in grams; may be slightly negative
 * @param stable the scale's own stability flag
 */
public record LaneReading(int lane, double grams, boolean stable) {}
