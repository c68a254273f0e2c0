package io.kaimen.device.shadow;

import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.device.CabinetStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RMap;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;

/**
 * The cabinets' shadows: one Redis hash each, which only device-service writes. Readings may arrive
 * in any order; an older one never replaces a newer one.
 */
@Component
public class Shadows {

    private static final String STATUS = "status";
    private static final String DOOR = "door:";
    private static final String LANE = "lane:";
    private static final String CLOSING = "closing:";

    /**
     * ARGV: boot, uptime, received (ms), door, position or "", 1 when a tie replaces the position,
     * then lane and JSON by turns. Answers the order that waits for this door's weights.
     */
    private static final String OBSERVE =
            """
            local function newer(stamp, tie)
              if not stamp then return true end
              local old = cjson.decode(stamp)
              if old.boot == ARGV[1] then
                return tonumber(ARGV[2]) > old.up or (tie and tonumber(ARGV[2]) == old.up)
              end
              return tonumber(ARGV[3]) > old.receivedAt
            end
            local door = 'door:' .. ARGV[4]
            if ARGV[5] ~= '' and newer(redis.call('HGET', KEYS[1], door .. ':seen'), ARGV[6] == '1') then
              local seen = cjson.encode({boot = ARGV[1], up = tonumber(ARGV[2]), receivedAt = tonumber(ARGV[3])})
              redis.call('HSET', KEYS[1], door, ARGV[5], door .. ':seen', seen)
            end
            for i = 7, #ARGV, 2 do
              local lane = 'lane:' .. ARGV[i]
              if newer(redis.call('HGET', KEYS[1], lane), false) then
                redis.call('HSET', KEYS[1], lane, ARGV[i + 1])
              end
            end
            return redis.call('HGET', KEYS[1], 'closing:' .. ARGV[4])
            """;

    private static final String END_CLOSING =
            """
            if redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[2] then
              return redis.call('HDEL', KEYS[1], ARGV[1])
            end
            return 0
            """;

    private final RedissonClient redis;
    private final StampedWeightJson json;

    Shadows(RedissonClient redis, StampedWeightJson json) {
        this.redis = redis;
        this.json = json;
    }

    /** What is known of a cabinet; empty after the loss of Redis, until it speaks again. */
    public CabinetShadow of(String sn) {
        Map<Integer, DoorPosition> doors = new HashMap<>();
        Map<Integer, StableWeight> weights = new HashMap<>();
        hash(sn).readAllMap()
                .forEach((field, value) -> {
                    if (field.startsWith(LANE)) {
                        int lane = Integer.parseInt(field.substring(LANE.length()));
                        weights.put(lane, json.read(lane, value));
                    } else if (field.startsWith(DOOR) && !field.endsWith(":seen")) {
                        doors.put(
                                Integer.parseInt(field.substring(DOOR.length())),
                                DoorPosition.valueOf(value));
                    }
                });
        return new CabinetShadow(Map.copyOf(doors), Map.copyOf(weights));
    }

    /**
     * A door and stable readings of its lanes, taken together.
     *
     * @return the order that waits for weights of this door
     */
    public Optional<String> observe(
            String sn, Moment at, int door, DoorPosition position, List<StableWeight> stable) {
        return Optional.ofNullable(observe(sn, at, door, position, false, stable));
    }

    /** A door event: it knows better than a reading taken in the same millisecond. */
    public void doorMoved(String sn, Moment at, int door, DoorPosition position) {
        observe(sn, at, door, position, true, List.of());
    }

    private @Nullable String observe(
            String sn,
            Moment at,
            int door,
            DoorPosition position,
            boolean event,
            List<StableWeight> stable) {
        List<Object> args = new ArrayList<>();
        args.add(at.boot());
        args.add(Long.toString(at.up()));
        args.add(Long.toString(at.receivedAt().toEpochMilli()));
        args.add(Integer.toString(door));
        args.add(position.name());
        args.add(event ? "1" : "0");
        for (StableWeight weight : stable) {
            args.add(Integer.toString(weight.lane()));
            args.add(json.write(weight));
        }
        return redis.getScript(StringCodec.INSTANCE)
                .eval(
                        RScript.Mode.READ_WRITE,
                        OBSERVE,
                        RScript.ReturnType.VALUE,
                        List.of(key(sn)),
                        args.toArray());
    }

    public void status(String sn, CabinetStatus status) {
        hash(sn).fastPut(STATUS, status.name());
    }

    /** Only where none is known: a newer one may have come already. */
    public void statusUnlessKnown(String sn, CabinetStatus status) {
        hash(sn).fastPutIfAbsent(STATUS, status.name());
    }

    /** From now on weights of this door are offered to that order. */
    public void closing(String sn, int door, String orderNo) {
        hash(sn).fastPut(CLOSING + door, orderNo);
    }

    /** That order waits no more; another one's waiting is left alone. */
    public void noLongerClosing(String sn, int door, String orderNo) {
        redis.getScript(StringCodec.INSTANCE)
                .eval(
                        RScript.Mode.READ_WRITE,
                        END_CLOSING,
                        RScript.ReturnType.LONG,
                        List.of(key(sn)),
                        CLOSING + door,
                        orderNo);
    }

    private RMap<String, String> hash(String sn) {
        return redis.getMap(key(sn), StringCodec.INSTANCE);
    }

    private static String key(String sn) {
        return "kaimen:cabinet:" + sn;
    }
}
