package io.kaimen.simulator.cabinet;

/** How often the cabinet speaks, in ms; these defaults hold until the server configures others. */
record Cadence(
        int heartbeatMs,
        int closedWeightsMs,
        int openWeightsMs,
        int afterCloseMs,
        int unlockWindowMs) {

    static final Cadence UNTIL_CONFIGURED = new Cadence(30_000, 30_000, 300, 8_000, 14_000);
}
