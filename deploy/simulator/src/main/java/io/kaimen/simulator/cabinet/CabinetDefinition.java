package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.line.MqttLine.Server;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual cabinet is built as.
 *
 * @param credential its password
 * @param host where its server listens
 * @param port where its server listens
 * @param servers instead of host and port: several, tried in turn
 * @param seed of everything random in it; absent: from its serial number
 * @param doors at least one
 */
public record CabinetDefinition(
        String credential,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable List<Server> servers,
        @Nullable Long seed,
        List<Door> doors) {

    public CabinetDefinition {
        check(credential != null && !credential.isBlank(), "credential is missing");
        check(
                servers != null && !servers.isEmpty() || host != null && port != null,
                "host and port, or servers, are missing");
        check(doors != null && !doors.isEmpty(), "doors are missing");
        var doorNumbers = new HashSet<Integer>();
        var laneNumbers = new HashSet<Integer>();
        for (Door door : doors) {
            check(doorNumbers.add(door.door()), "door " + door.door() + " is there twice");
            for (Lane lane : door.lanes()) {
                check(laneNumbers.add(lane.lane()), "lane " + lane.lane() + " is there twice");
            }
        }
    }

    /** All servers to try. */
    List<Server> candidates() {
        return servers != null && !servers.isEmpty()
                ? servers
                : List.of(new Server(Objects.requireNonNull(host), Objects.requireNonNull(port)));
    }

    /**
     * A door.
     *
     * @param latchMs from the command to the released lock; absent: 150
     */
    public record Door(int door, @Nullable Integer latchMs, List<Lane> lanes) {

        private static final int LATCH_MS = 150;

        public Door {
            check(door >= 1, "door numbers start at 1");
            check(latchMs == null || latchMs >= 0, "latchMs is negative");
            check(lanes != null, "lanes are missing");
        }

        int latch() {
            return latchMs == null ? LATCH_MS : latchMs;
        }
    }

    /**
     * A lane with units of one product.
     *
     * @param unitGrams mean weight of a unit
     * @param unitSigma spread of the units' weights in grams; absent: 0.5
     * @param count units in it at first
     */
    public record Lane(
            int lane,
            @Nullable String sku,
            double unitGrams,
            @Nullable Double unitSigma,
            int count) {

        private static final double UNIT_SIGMA = 0.5;

        public Lane {
            check(lane >= 1, "lane numbers start at 1");
            check(unitGrams > 0 && unitGrams < 100_000, "unitGrams is out of range");
            check(unitSigma == null || unitSigma >= 0, "unitSigma is negative");
            check(count >= 0 && count <= 1_000, "count is out of range");
        }

        double sigma() {
            return unitSigma == null ? UNIT_SIGMA : unitSigma;
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
