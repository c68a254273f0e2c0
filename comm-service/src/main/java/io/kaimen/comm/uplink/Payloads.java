package io.kaimen.comm.uplink;

import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.comm.LaneReading;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON that cabinets publish, as docs/cabinet-protocol.md describes it. Unknown fields are
 * ignored; anything missing, of another type or out of range makes the whole message invalid.
 */
final class Payloads {

    static final int MOST_DOORS = 32;
    static final int MOST_LANES = 256;
    static final int HIGHEST_DOOR = 99;
    static final int HIGHEST_LANE = 9_999;
    static final double HEAVIEST_GRAMS = 1_000_000;
    static final long LONGEST_UPTIME_MILLIS = 1_000_000_000_000_000L;

    private static final Pattern BOOT = Pattern.compile("[A-Za-z0-9_-]{1,24}");
    private static final Pattern COMMAND = Pattern.compile("[A-Za-z0-9:_-]{1,36}");

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(16)
                                                    .maxNumberLength(40)
                                                    .maxStringLength(2_000)
                                                    .build())
                                    .build())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Payloads() {}

    /**
     * Reads a payload.
     *
     * @throws InvalidPayload when it is not one
     */
    static <T> T read(byte[] json, Class<T> type) {
        try {
            T payload = MAPPER.readValue(json, type);
            if (payload == null) {
                throw new InvalidPayload("null");
            }
            return payload;
        } catch (JacksonException e) {
            throw new InvalidPayload(e);
        }
    }

    /** What a cabinet says of itself after connecting. */
    record Report(String boot, long up, String firmware, List<Door> doors) {
        Report {
            checkClock(boot, up);
            check(firmware != null && firmware.length() <= 64, "firmware");
            checkDoors(doors);
        }
    }

    /** That a cabinet lives; may carry the weights behind its closed doors. */
    record Heartbeat(String boot, long up, @Nullable List<Door> doors) {
        Heartbeat {
            checkClock(boot, up);
            if (doors != null) {
                checkDoors(doors);
            }
        }
    }

    /** The readings behind one door at one moment. */
    record Weights(String boot, long up, int door, String state, List<Lane> lanes) {
        Weights {
            checkClock(boot, up);
            checkDoor(door);
            Payloads.position(state);
            check(lanes != null && !lanes.isEmpty(), "lanes");
            checkLanes(lanes);
        }

        DoorPosition position() {
            return Payloads.position(state);
        }
    }

    /** Something happened at a door. */
    record Event(String boot, long up, long seq, int door, String event, @Nullable String command) {
        Event {
            checkClock(boot, up);
            check(seq >= 1, "seq");
            checkDoor(door);
            check(event != null, "event");
            check(command == null || COMMAND.matcher(command).matches(), "command");
        }
    }

    /** What the cabinet makes of a command. */
    record Answer(String boot, long up, String command, String outcome, @Nullable String detail) {
        Answer {
            checkClock(boot, up);
            check(command != null && COMMAND.matcher(command).matches(), "command");
            check(outcome != null, "outcome");
            check(detail == null || detail.length() <= 200, "detail");
        }
    }

    /** A door with its lanes. */
    record Door(int door, String state, List<Lane> lanes) {
        Door {
            checkDoor(door);
            Payloads.position(state);
            check(lanes != null, "lanes");
            checkLanes(lanes);
        }

        DoorPosition position() {
            return Payloads.position(state);
        }
    }

    /** A lane's reading: grams and stability. */
    record Lane(int lane, double g, int s) {
        Lane {
            check(lane >= 1 && lane <= HIGHEST_LANE, "lane");
            // Written so that NaN fails too.
            check(Math.abs(g) <= HEAVIEST_GRAMS, "g");
            check(s == 0 || s == 1, "s");
        }
    }

    static List<LaneReading> readings(List<Lane> lanes) {
        return lanes.stream()
                .map(lane -> new LaneReading(lane.lane(), lane.g(), lane.s() == 1))
                .toList();
    }

    private static DoorPosition position(@Nullable String state) {
        return switch (state) {
            case "closed" -> DoorPosition.CLOSED;
            case "open" -> DoorPosition.OPEN;
            case "fault" -> DoorPosition.FAULT;
            case null, default -> throw new InvalidPayload("state");
        };
    }

    private static void checkClock(@Nullable String boot, long up) {
        check(boot != null && BOOT.matcher(boot).matches(), "boot");
        check(up >= 0 && up <= LONGEST_UPTIME_MILLIS, "up");
    }

    private static void checkDoor(int door) {
        check(door >= 1 && door <= HIGHEST_DOOR, "door");
    }

    private static void checkDoors(List<Door> doors) {
        check(doors != null && doors.size() <= MOST_DOORS, "doors");
        var numbers = new HashSet<Integer>();
        int lanes = 0;
        for (Door door : doors) {
            check(door != null && numbers.add(door.door()), "doors");
            lanes += door.lanes().size();
        }
        check(lanes <= MOST_LANES, "lanes");
    }

    private static void checkLanes(List<Lane> lanes) {
        check(lanes.size() <= MOST_LANES, "lanes");
        var numbers = new HashSet<Integer>();
        for (Lane lane : lanes) {
            check(lane != null && numbers.add(lane.lane()), "lanes");
        }
    }

    private static void check(boolean holds, String field) {
        if (!holds) {
            throw new InvalidPayload(field + " is missing or out of range");
        }
    }
}
