package io.kaimen.simulator.cabinet;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far a visit has come, with the time of every step, for who watches. */
final class VisitProgress {

    private final Visit visit;
    private final Map<String, Instant> times = new LinkedHashMap<>();
    private String phase = "expected";

    VisitProgress(Visit visit) {
        this.visit = visit;
    }

    Visit visit() {
        return visit;
    }

    boolean isExpected() {
        return phase.equals("expected");
    }

    void reached(String next) {
        phase = next;
        times.put(next, Instant.now());
    }

    Map<String, Object> view() {
        return Map.of(
                "phase", phase, "times", new LinkedHashMap<>(times), "take", visit.handfuls());
    }
}
