package io.kaimen.local.chaos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Which fault strikes next, and at which stage. The same seed gives the same list; every target
 * comes once before any comes again, and every stage as often as any other.
 */
final class Schedule {

    private static final int LEAST_PAUSE_SECONDS = 4;
    private static final int MOST_PAUSE_SECONDS = 20;

    private final List<Target> targets;
    private final Random random;
    private final Deque<Target> nextTargets = new ArrayDeque<>();
    private final Deque<Stage> nextStages = new ArrayDeque<>();

    Schedule(List<Target> targets, long seed) {
        this.targets = targets;
        this.random = new Random(seed);
    }

    /**
     * A fault.
     *
     * @param pauseSeconds how long a process that is paused hangs
     */
    record Fault(Target target, Stage stage, int pauseSeconds) {}

    Fault next() {
        var target = drawn(nextTargets, targets);
        return new Fault(
                target,
                target.onlyAt().orElseGet(() -> drawn(nextStages, List.of(Stage.values()))),
                random.nextInt(LEAST_PAUSE_SECONDS, MOST_PAUSE_SECONDS + 1));
    }

    private <T> T drawn(Deque<T> left, List<T> all) {
        if (left.isEmpty()) {
            var shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);
            left.addAll(shuffled);
        }
        return left.removeFirst();
    }
}
