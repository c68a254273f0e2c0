package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.Scale.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A lane: units that each have a weight of their own, on a scale. */
final class Lane {

    private static final double HAND_GRAMS = 150;
    private static final long HAND_LEAST_MILLIS = 350;
    private static final long HAND_MOST_MILLIS = 800;

    private final CabinetDefinition.Lane definition;
    private final List<Double> units;
    private final RandomGenerator random;
    private final Scale scale;
    private final ScaleFaults faults;

    /**
     * @param units the weight of each unit in it, in grams
     */
    Lane(
            CabinetDefinition.Lane definition,
            List<Double> units,
            RandomGenerator random,
            ScaleFaults faults) {
        this.definition = definition;
        this.units = new ArrayList<>(units);
        this.random = random;
        this.scale = new Scale(grams(), random);
        this.faults = faults;
    }

    /** The units of a lane that is filled for the first time. */
    static List<Double> filled(CabinetDefinition.Lane definition, RandomGenerator random) {
        return unitsOf(definition, definition.count(), random);
    }

    int number() {
        return definition.lane();
    }

    CabinetDefinition.Lane definition() {
        return definition;
    }

    /** What is truly in it, in grams. */
    double grams() {
        return units.stream().mapToDouble(Double::doubleValue).sum();
    }

    int count() {
        return units.size();
    }

    List<Double> units() {
        return List.copyOf(units);
    }

    /**
     * Takes units out.
     *
     * @return how many there were to take
     */
    int take(long now, int wanted) {
        int taken = Math.min(wanted, units.size());
        units.subList(units.size() - taken, units.size()).clear();
        touch(now);
        return taken;
    }

    /** Puts fresh units of its product in. */
    void put(long now, int count) {
        put(now, fresh(count));
    }

    /**
     * Puts units in, whatever they are.
     *
     * @param grams the weight of each
     */
    void put(long now, List<Double> grams) {
        units.addAll(grams);
        touch(now);
    }

    /** The weights of fresh units of its product, which are not in it. */
    List<Double> fresh(int count) {
        return unitsOf(definition, count, random);
    }

    /** The door beside it jolts or slams. */
    void knock(long now, long settleMillis, double strengthGrams) {
        scale.disturb(now, settleMillis, strengthGrams);
    }

    Reading read(long now) {
        return faults.read(number(), scale.read(now));
    }

    private void touch(long now) {
        scale.change(
                now, grams(), random.nextLong(HAND_LEAST_MILLIS, HAND_MOST_MILLIS), HAND_GRAMS);
    }

    private static List<Double> unitsOf(
            CabinetDefinition.Lane definition, int count, RandomGenerator random) {
        List<Double> fresh = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double grams = random.nextGaussian(definition.unitGrams(), definition.sigma());
            fresh.add(Math.max(0, grams));
        }
        return fresh;
    }
}
