package io.kaimen.contracts.comm;

import java.util.List;

/**
 * What a cabinet says of itself after connecting: its doors, lanes and their weights.
 *
 * @param firmware for people
 * @param doors every door it has, with its lanes
 */
public record CabinetReported(String sn, Origin origin, String firmware, List<ReportedDoor> doors) {

    /** A door, its state by its own sensor and its lanes. */
    public record ReportedDoor(int door, DoorPosition position, List<LaneReading> lanes) {}
}
