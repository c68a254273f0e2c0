package io.kaimen.device.basket;

import io.kaimen.contracts.device.BasketSettled.Flag;
import java.util.ArrayList;
import java.util.List;

/**
 * Works a basket out lane by lane, from the difference of the stable weights before and after.
 *
 * <p>The nearest number of units counts when its residue is within those units' tolerance (plus the
 * scale's noise). Otherwise only whole units that were lost for certain count, and the rest is
 * flagged: shrinkage while it is small, unexplained above. A lane that gained weight sold nothing
 * and is flagged.
 *
 * <p>How sure that is, {@link CountPosterior} says; it changes no decision.
 */
public final class LaneDifference {

    /**
     * Stored with every basket; another number whenever a decision or its confidence could come out
     * differently. 2: says how sure it is.
     */
    public static final String VERSION = "lane-difference/2";

    private final Thresholds thresholds;
    private final CountPosterior posterior;

    public LaneDifference(Thresholds thresholds) {
        this.thresholds = thresholds;
        this.posterior = new CountPosterior(thresholds);
    }

    /** What was taken from the lane, as far as its weights say for certain. */
    public LaneTake explain(LaneChange change) {
        double lost = change.lostGrams();
        double noise = thresholds.noiseFor(change.unitGrams());
        if (Math.abs(lost) <= noise) {
            return take(change, 0, List.of());
        }
        if (lost < 0) {
            return take(change, 0, List.of(flag(change, Flag.Kind.GAINED, Math.abs(lost))));
        }
        List<Flag> flags = new ArrayList<>();
        int taken = count(change, noise, flags);
        if (taken > change.stock()) {
            double beyond = lost - change.stock() * change.unitGrams();
            flags.add(flag(change, Flag.Kind.BEYOND_STOCK, beyond));
            taken = change.stock();
        }
        return take(change, taken, List.copyOf(flags));
    }

    private LaneTake take(LaneChange change, int quantity, List<Flag> flags) {
        return new LaneTake(change.lane(), quantity, posterior.of(change, quantity), flags);
    }

    private int count(LaneChange change, double noise, List<Flag> flags) {
        Units nearest = Units.nearest(change.lostGrams(), change.unitGrams());
        if (nearest.within(noise, change.toleranceGrams())) {
            return nearest.count();
        }
        double residue = nearest.residueGrams();
        if (residue > 0 && residue <= thresholds.shrinkageGrams()) {
            flags.add(flag(change, Flag.Kind.SHRINKAGE, residue));
            return nearest.count();
        }
        int certain = (int) (change.lostGrams() / change.unitGrams());
        double rest = change.lostGrams() - certain * change.unitGrams();
        flags.add(flag(change, Flag.Kind.UNEXPLAINED, rest));
        return certain;
    }

    private static Flag flag(LaneChange change, Flag.Kind kind, double grams) {
        return new Flag(change.lane(), kind, Math.round(grams * 10) / 10.0);
    }
}
