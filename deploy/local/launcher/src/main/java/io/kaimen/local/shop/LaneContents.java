package io.kaimen.local.shop;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is in a cabinet's lanes, in units by lane, and whether that is enough for a visit. */
final class LaneContents {

    /** How far a lane's weight may be from its contents, in units, to be taken for it. */
    private static final double SETTLED_WITHIN_UNITS = 0.4;

    private LaneContents() {}

    static Map<Integer, Integer> full() {
        return Demo.SLOTS.stream()
                .collect(Collectors.toMap(Demo.Slot::lane, slot -> Demo.PAR_LEVEL));
    }

    /**
     * What will be taken: what was asked for, else one of each of the door's first two lanes.
     *
     * @param takes null when nothing was asked for
     * @param lanes of the door
     * @throws ShopFailed when the door has no such lane
     */
    static List<Take> takes(String sn, int door, @Nullable List<Take> takes, List<Integer> lanes) {
        if (takes == null) {
            return lanes.stream().limit(2).map(lane -> new Take(lane, 1)).toList();
        }
        for (var take : takes) {
            if (!lanes.contains(take.lane())) {
                throw new ShopFailed(
                        2,
                        "Door %d of %s has lanes %s; there is no lane %d."
                                .formatted(
                                        door,
                                        sn,
                                        lanes.stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(", ")),
                                        take.lane()));
            }
        }
        return takes;
    }

    /**
     * The contents, with lanes that hold too little filled up.
     *
     * @throws ShopFailed when not even a full lane holds as much
     */
    static Map<Integer, Integer> refilled(Map<Integer, Integer> contents, List<Take> takes) {
        var refilled = new TreeMap<>(contents);
        for (var take : takes) {
            int held = contents.getOrDefault(take.lane(), 0);
            int most = Math.max(held, Demo.PAR_LEVEL);
            if (take.count() > most) {
                throw new ShopFailed(
                        2,
                        "Lane %d holds %d; %d cannot be taken."
                                .formatted(take.lane(), most, take.count()));
            }
            if (take.count() > held) {
                refilled.put(take.lane(), Demo.PAR_LEVEL);
            }
        }
        return refilled;
    }

    /** Whether the door's scales show these contents. */
    static boolean isWeighed(JsonNode cabinet, int door, Map<Integer, Integer> contents) {
        return cabinet.path("doors")
                .valueStream()
                .filter(candidate -> candidate.path("door").asInt() == door)
                .flatMap(candidate -> candidate.path("lanes").valueStream())
                .allMatch(lane -> isWeighed(lane, contents));
    }

    private static boolean isWeighed(JsonNode lane, Map<Integer, Integer> contents) {
        var slot =
                Demo.SLOTS.stream()
                        .filter(candidate -> candidate.sku().equals(lane.path("sku").asString("")))
                        .findFirst();
        if (slot.isEmpty() || !lane.path("grams").isNumber()) {
            return slot.isEmpty();
        }
        double units = lane.path("grams").asDouble() / slot.get().unitGrams();
        int held = contents.getOrDefault(lane.path("lane").asInt(), 0);
        return Math.abs(units - held) < SETTLED_WITHIN_UNITS;
    }
}
