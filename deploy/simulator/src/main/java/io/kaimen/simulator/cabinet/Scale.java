package io.kaimen.simulator.cabinet;

import java.util.random.RandomGenerator;

/**
 * A lane's scale: the load with noise, a reading that lags behind a changed load, rings after a
 * knock, and a flag that says when it has settled.
 */
final class Scale {

    /** Noise of a reading at rest, in grams rms. */
    private static final double NOISE_GRAMS = 0.3;

    /** How fast the reading follows the load. */
    private static final double LAG_MILLIS = 60;

    private final RandomGenerator random;
    private double load;
    private double loadBefore;
    private long changedAt;
    private double amplitude;
    private long disturbedAt;
    private long settledAt;

    Scale(double load, RandomGenerator random) {
        this.load = load;
        this.loadBefore = load;
        this.random = random;
    }

    /**
     * A reading.
     *
     * @param stable the scale's own word that it has settled
     */
    record Reading(double grams, boolean stable) {}

    /**
     * Something is taken or added, by a hand that leans on the lane meanwhile.
     *
     * @param handGrams how hard it leans at first
     */
    void change(long now, double newLoad, long settleMillis, double handGrams) {
        loadBefore = level(now);
        load = newLoad;
        changedAt = now;
        disturb(now, settleMillis, handGrams);
    }

    /** A knock: the load stays, the reading rings. */
    void disturb(long now, long settleMillis, double grams) {
        // A weak knock does not calm a strong one.
        amplitude = Math.max(grams, amplitudeAt(now));
        disturbedAt = now;
        settledAt = Math.max(settledAt, now + settleMillis);
    }

    Reading read(long now) {
        double disturbance = amplitudeAt(now) * random.nextGaussian();
        double grams = level(now) + disturbance + NOISE_GRAMS * random.nextGaussian();
        return new Reading(Math.round(grams * 10) / 10.0, now >= settledAt);
    }

    private double level(long now) {
        return load + (loadBefore - load) * Math.exp(-(now - changedAt) / LAG_MILLIS);
    }

    /** Dies away to nothing noticeable by the time the scale calls itself settled. */
    private double amplitudeAt(long now) {
        if (now >= settledAt) {
            return 0;
        }
        double passed = (double) (now - disturbedAt) / (settledAt - disturbedAt);
        return amplitude * Math.exp(-5 * passed);
    }
}
