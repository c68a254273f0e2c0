package io.kaimen.device.basket;

/**
 * The whole number of units nearest to a weight.
 *
 * @param count not negative
 * @param residueGrams what is over; negative when units are short of it
 */
public record Units(int count, double residueGrams) {

    /**
     * Counts the units of a weight.
     *
     * @param grams a weight; below zero counts as none
     * @param unitGrams one unit's nominal weight; positive
     */
    public static Units nearest(double grams, double unitGrams) {
        int count = (int) Math.max(0, Math.min(Integer.MAX_VALUE, Math.rint(grams / unitGrams)));
        return new Units(count, grams - count * unitGrams);
    }

    /** Whether the residue is no more than so many units may be off together. */
    boolean within(double noiseGrams, double toleranceGrams) {
        return Math.abs(residueGrams) <= noiseGrams + count * toleranceGrams;
    }
}
