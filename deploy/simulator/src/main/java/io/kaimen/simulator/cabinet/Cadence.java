package io.kaimen.simulator.cabinet;

/** How often a cabinet speaks, in milliseconds; until it is configured, as the protocol says. */
record Cadence(
        long heartbeatMs,
        long closedWeightsMs,
        long openWeightsMs,
        long afterCloseMs,
        long unlockWindowMs) {

    static final Cadence DEFAULT = new Cadence(30_000, 30_000, 300, 8_000, 14_000);

    private static final long SHORTEST_MS = 50;

    Cadence {
        if (heartbeatMs < SHORTEST_MS
                || closedWeightsMs < SHORTEST_MS
                || openWeightsMs < SHORTEST_MS
                || afterCloseMs < 0
                || unlockWindowMs < 0) {
            throw new IllegalArgumentException("cadence out of range");
        }
    }
}
