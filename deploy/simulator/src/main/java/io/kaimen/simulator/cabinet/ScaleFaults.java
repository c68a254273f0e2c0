package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.Scale.Reading;
import io.kaimen.simulator.fault.Faults;
import io.kaimen.simulator.fault.ScaleFault.DeadScale;
import io.kaimen.simulator.fault.ScaleFault.Restless;
import io.kaimen.simulator.fault.ScaleFault.StuckScale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** What a cabinet's scales say when something is wrong with them. */
final class ScaleFaults {

    private final Faults faults;
    private final RandomGenerator random;
    private final Map<Integer, Reading> stuck = new TreeMap<>();

    ScaleFaults(Faults faults, RandomGenerator random) {
        this.faults = faults;
        this.random = random;
    }

    /** What it says in place of what a sound scale reads. */
    Reading read(int lane, Reading sound) {
        if (faults.none()) {
            stuck.clear();
            return sound;
        }
        if (faults.find(DeadScale.class, dead -> dead.covers(lane)).isPresent()) {
            return new Reading(0, true);
        }
        if (faults.find(StuckScale.class, scale -> scale.covers(lane)).isPresent()) {
            return stuck.computeIfAbsent(lane, number -> new Reading(sound.grams(), true));
        }
        stuck.remove(lane);
        Optional<Restless> restless = faults.find(Restless.class, scale -> scale.covers(lane));
        return restless.isPresent() ? swing(restless.get(), sound) : sound;
    }

    private Reading swing(Restless restless, Reading sound) {
        double grams = sound.grams() + restless.swing() * random.nextGaussian();
        return new Reading(Math.round(grams * 10) / 10.0, restless.flag() == 1);
    }
}
