package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.CabinetPlan.LanePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A lane: units with weights of their own on a scale with noise. After a touch or a slammed door
 * the reading rings and is marked unstable until it has settled.
 */
final class Lane {

    /** Root mean square of the scale's noise, in grams. */
    static final double NOISE_GRAMS = 0.4;

    static final long TOUCH_SETTLES_MILLIS = 700;
    static final long SLAM_SETTLES_MILLIS = 900;

    private static final double TOUCH_RING_GRAMS = 60;
    private static final double SLAM_RING_GRAMS = 8;
    private static final double RING_DECAY_MILLIS = 180;
    private static final double RING_PERIOD_MILLIS = 95;

    private final LanePlan plan;
    private final List<Double> units;
    private final RandomGenerator random;
    private long disturbedAt = Long.MIN_VALUE / 2;
    private long settledAt = Long.MIN_VALUE / 2;
    private double ringGrams;

    Lane(LanePlan plan, List<Double> units, RandomGenerator random) {
        this.plan = plan;
        this.units = new ArrayList<>(units);
        this.random = random;
    }

    /** A reading: grams to a tenth, and the scale's own stability flag. */
    record Reading(int lane, double grams, boolean stable) {}

    int number() {
        return plan.lane();
    }

    String sku() {
        return plan.sku();
    }

    int count() {
        return units.size();
    }

    List<Double> units() {
        return List.copyOf(units);
    }

    double trueGrams() {
        return units.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Units drawn around the plan's mean. */
    static List<Double> draw(LanePlan plan, RandomGenerator random) {
        var units = new ArrayList<Double>();
        for (int i = 0; i < plan.count(); i++) {
            units.add(random.nextGaussian(plan.unitGrams(), plan.unitSigma()));
        }
        return units;
    }

    /**
     * @throws IllegalStateException when there are fewer
     */
    void take(int count, long now) {
        if (count > units.size()) {
            throw new IllegalStateException(
                    "lane %d holds %d, not %d".formatted(number(), units.size(), count));
        }
        for (int i = 0; i < count; i++) {
            units.removeLast();
        }
        disturb(now, TOUCH_RING_GRAMS, TOUCH_SETTLES_MILLIS);
    }

    void put(int count, long now) {
        for (int i = 0; i < count; i++) {
            units.add(random.nextGaussian(plan.unitGrams(), plan.unitSigma()));
        }
        disturb(now, TOUCH_RING_GRAMS, TOUCH_SETTLES_MILLIS);
    }

    /** The door was slammed. */
    void slam(long now) {
        disturb(now, SLAM_RING_GRAMS, SLAM_SETTLES_MILLIS);
    }

    private void disturb(long now, double grams, long settles) {
        disturbedAt = now;
        settledAt = Math.max(settledAt, now + settles);
        ringGrams = grams;
    }

    Reading read(long now) {
        double since = now - disturbedAt;
        double ring =
                ringGrams
                        * Math.exp(-since / RING_DECAY_MILLIS)
                        * Math.sin(2 * Math.PI * since / RING_PERIOD_MILLIS);
        double grams = trueGrams() + ring + random.nextGaussian(0, NOISE_GRAMS);
        return new Reading(number(), Math.round(grams * 10) / 10.0, now >= settledAt);
    }
}
