package io.kaimen.simulator.cabinet;

import java.util.List;

/**
 * How a virtual cabinet is built.
 *
 * @param credential its MQTT password
 * @param host where comm-service listens
 * @param port its MQTT port
 */
public record CabinetPlan(String credential, String host, int port, List<DoorPlan> doors) {

    /** A door with the lanes behind it. */
    public record DoorPlan(int door, List<LanePlan> lanes) {}

    /**
     * A lane and what lies in it.
     *
     * @param unitGrams mean weight of a unit
     * @param unitSigma spread of it between units, in grams
     * @param count units in it now
     */
    public record LanePlan(int lane, String sku, double unitGrams, double unitSigma, int count) {}

    /**
     * @throws IllegalArgumentException naming the first thing that cannot be built
     */
    public CabinetPlan {
        require(credential != null && !credential.isBlank(), "credential is missing");
        require(host != null && !host.isBlank(), "host is missing");
        require(port > 0 && port < 65_536, "port is missing");
        require(doors != null && !doors.isEmpty(), "doors are missing");
        for (DoorPlan door : doors) {
            require(
                    door.lanes() != null && !door.lanes().isEmpty(),
                    "door " + door.door() + " has no lanes");
            for (LanePlan lane : door.lanes()) {
                require(lane.count() >= 0 && lane.count() <= 1_000, "count of lane " + lane.lane());
                require(lane.unitGrams() > 0, "unitGrams of lane " + lane.lane());
                require(lane.unitSigma() >= 0, "unitSigma of lane " + lane.lane());
            }
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
