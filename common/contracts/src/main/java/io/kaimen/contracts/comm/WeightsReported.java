package io.kaimen.contracts.comm;

import java.util.List;

/**
 * Weights of one cabinet, in the order in which it took them.
 *
 * @param samples at least one
 */
public record WeightsReported(String sn, List<Sample> samples) {

    /**
     * Readings taken at one moment.
     *
     * @param doorPosition the position of the lanes' door at that moment, as far as the cabinet
     *     knew it
     */
    public record Sample(
            Origin origin, int door, DoorPosition doorPosition, List<LaneReading> readings) {}
}
