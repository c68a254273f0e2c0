package io.kaimen.device.shadow;

import io.kaimen.contracts.comm.LaneReading;
import java.util.List;

/** Which readings count as a lane's weight. */
public final class Readings {

    /** No lane weighs a tonne: beyond this a scale is broken. */
    private static final double ABSURD_GRAMS = 1_000_000;

    private Readings() {}

    /** The stable ones that are weights at all. */
    public static List<StableWeight> stable(List<LaneReading> readings, Moment at) {
        return readings.stream()
                .filter(r -> r.stable() && isWeight(r.grams()))
                .map(r -> new StableWeight(r.lane(), r.grams(), at))
                .toList();
    }

    /** Whether a number can be a weight in grams: finite and not absurd. */
    public static boolean isWeight(double grams) {
        return Math.abs(grams) < ABSURD_GRAMS;
    }
}
