package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.line.MqttLine.Server;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A cabinet as its control page shows it: with the truth that its scales only guess.
 *
 * @param boot the present boot
 * @param unacknowledged events the server has not acknowledged
 * @param faults what is wrong with it on purpose
 */
public record CabinetView(
        String sn,
        boolean online,
        String boot,
        List<Server> servers,
        int unacknowledged,
        List<DoorView> doors,
        List<JsonNode> faults) {

    /**
     * A door: closed, unlocking, unlocked or open.
     *
     * @param position where it truly is
     * @param seen where the cabinet takes it to be
     */
    public record DoorView(int door, String position, String seen, List<LaneView> lanes) {}

    /** A lane: how many units are truly in it, and what they truly weigh. */
    public record LaneView(
            int lane, @Nullable String sku, double unitGrams, int count, double grams) {}

    static CabinetView of(
            String sn,
            String boot,
            boolean online,
            Memory memory,
            Collection<Door> doors,
            List<JsonNode> faults) {
        return new CabinetView(
                sn,
                online,
                boot,
                memory.definition().candidates(),
                memory.unacknowledged().size(),
                doors.stream().map(CabinetView::of).toList(),
                faults);
    }

    private static DoorView of(Door door) {
        return new DoorView(
                door.number(),
                Doors.word(door.position()),
                Doors.word(door.seen()),
                door.lanes().stream()
                        .map(lane ->
                                new LaneView(
                                        lane.number(),
                                        lane.definition().sku(),
                                        lane.definition().unitGrams(),
                                        lane.count(),
                                        Math.round(lane.grams() * 10) / 10.0))
                        .toList());
    }
}
