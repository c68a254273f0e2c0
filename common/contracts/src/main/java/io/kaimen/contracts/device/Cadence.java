package io.kaimen.contracts.device;

/**
 * How often a cabinet speaks, pushed to it after connecting.
 *
 * @param heartbeatMillis between heartbeats
 * @param closedWeightsMillis between weights of a closed door
 * @param openWeightsMillis between weights of an open door, and for the time after its close
 * @param afterCloseMillis how long after a close the open door's cadence goes on
 * @param unlockWindowMillis how long an unlocked door waits to be pulled before it locks again
 */
public record Cadence(
        int heartbeatMillis,
        int closedWeightsMillis,
        int openWeightsMillis,
        int afterCloseMillis,
        int unlockWindowMillis) {

    public static final Cadence DEFAULT = new Cadence(30_000, 30_000, 300, 8_000, 14_000);
}
