package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.time.Uptime;
import java.util.Map;

/** Somebody at a door who follows no plan and does one thing after the other. */
final class Hands {

    private final Door door;
    private final Map<Integer, Lane> lanes;
    private final Visits visits;
    private final Memory memory;
    private final Uptime uptime;

    /**
     * @param lanes of all doors
     */
    Hands(Door door, Map<Integer, Lane> lanes, Visits visits, Memory memory, Uptime uptime) {
        this.door = door;
        this.lanes = lanes;
        this.visits = visits;
        this.memory = memory;
        this.uptime = uptime;
    }

    /**
     * Pulls the door open.
     *
     * @throws IllegalStateException when it is not unlocked, or somebody with a plan is there
     */
    void pull() {
        visits.requireNobodyAt(door);
        door.pull();
    }

    /**
     * Takes units out.
     *
     * @throws IllegalArgumentException when the door has no such lane, or it holds fewer
     * @throws IllegalStateException when the door is not open
     */
    void take(Touching what) {
        Lane lane = reach(what.lane());
        if (what.units() > lane.count()) {
            throw new IllegalArgumentException(
                    "lane %d holds %d".formatted(lane.number(), lane.count()));
        }
        int _ = lane.take(uptime.millis(), what.units());
        memory.keepUnits(lane.number(), lane.units());
    }

    /**
     * Puts units in, of the lane's product or of another's.
     *
     * @throws IllegalArgumentException when there is no such lane
     * @throws IllegalStateException when the door is not open
     */
    void put(Touching what) {
        Lane lane = reach(what.lane());
        Lane product = lanes.get(what.productOf());
        if (product == null) {
            throw new IllegalArgumentException("no lane " + what.productOf());
        }
        lane.put(uptime.millis(), product.fresh(what.units()));
        memory.keepUnits(lane.number(), lane.units());
    }

    private Lane reach(int number) {
        Lane lane = door.lane(number);
        if (door.position() != Door.Position.OPEN) {
            throw new IllegalStateException("door " + door.number() + " is not open");
        }
        return lane;
    }
}
