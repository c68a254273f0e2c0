package io.kaimen.device.basket;

/**
 * One lane's stable weights around a purchase, and what it sells.
 *
 * @param beforeGrams before the unlock
 * @param afterGrams after the close
 * @param unitGrams one unit's nominal weight; positive
 * @param toleranceGrams how far one unit may be off its nominal weight; not negative
 * @param stock units in the lane before the unlock
 */
public record LaneChange(
        int lane,
        double beforeGrams,
        double afterGrams,
        double unitGrams,
        double toleranceGrams,
        int stock) {

    public LaneChange {
        if (!Double.isFinite(beforeGrams) || !Double.isFinite(afterGrams)) {
            throw new IllegalArgumentException("lane " + lane + " has no finite weights");
        }
        if (!Double.isFinite(unitGrams) || unitGrams <= 0) {
            throw new IllegalArgumentException("lane " + lane + " has no positive unit weight");
        }
        if (!Double.isFinite(toleranceGrams) || toleranceGrams < 0 || stock < 0) {
            throw new IllegalArgumentException("lane " + lane + " has a negative bound");
        }
    }

    double lostGrams() {
        return beforeGrams - afterGrams;
    }
}
