package io.kaimen.device.basket;

/**
 * From where on a difference means something.
 *
 * @param noiseGrams a scale's own wandering between two stable readings: less is no change
 * @param shrinkageGrams a loss beyond whole units is booked as shrinkage up to this, and
 *     unexplained above
 */
public record Thresholds(double noiseGrams, double shrinkageGrams) {

    public Thresholds {
        if (!(noiseGrams >= 0) || !(shrinkageGrams >= noiseGrams)) {
            throw new IllegalArgumentException("0 <= noise <= shrinkage does not hold");
        }
    }

    /** For light products the scale's noise must not swallow a unit. */
    double noiseFor(double unitGrams) {
        return Math.min(noiseGrams, unitGrams / 4);
    }
}
