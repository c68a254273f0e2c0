package io.kaimen.device.basket;

/**
 * How likely a number of units is, given what the lane lost: Bayes' rule over every number the lane
 * could have lost, and over something else having happened.
 *
 * <p><b>n units, 0 to the stock.</b> All equally likely beforehand. Together they weigh {@code n}
 * times the nominal weight, normally distributed with variance {@code (noise/3)² + n
 * (tolerance/3)²}: what counts as the scale's noise and as a unit's tolerance is taken as three
 * standard deviations.
 *
 * <p><b>Something else</b> (foreign goods, a hand on the lane, a drifting scale). Once in a hundred
 * lanes, and then any difference between one unit more than the lane held gained and lost is
 * equally likely. So a difference that no number of units explains makes every number unlikely.
 */
final class CountPosterior {

    private static final double SOMETHING_ELSE = 0.01;
    private static final double SIGMAS = 3;

    /** No scale is finer than this; keeps a noise of 0 g from making everything impossible. */
    private static final double FINEST_GRAMS = 0.5;

    private final Thresholds thresholds;

    CountPosterior(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * @return from 0 to 1
     */
    double of(LaneChange change, int count) {
        double prior = (1 - SOMETHING_ELSE) / (change.stock() + 1);
        double any = 0;
        for (int n = 0; n <= change.stock(); n++) {
            any += prior * density(change, n);
        }
        double range = 2 * (change.stock() + 1) * change.unitGrams();
        double evidence = any + SOMETHING_ELSE / range;
        return prior * density(change, count) / evidence;
    }

    /** Of losing so many grams with n units. */
    private double density(LaneChange change, int n) {
        double noise = Math.max(thresholds.noiseFor(change.unitGrams()) / SIGMAS, FINEST_GRAMS);
        double unit = change.toleranceGrams() / SIGMAS;
        double variance = noise * noise + n * unit * unit;
        double off = change.lostGrams() - n * change.unitGrams();
        return Math.exp(-off * off / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
    }
}
