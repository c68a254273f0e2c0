package io.kaimen.device.shadow;

import io.kaimen.contracts.comm.LaneReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the scales behind a door said last, unstable readings included: only for people who watch,
 * never for a decision. Kept in Redis for a minute, one value a door; an older one never replaces a
 * newer one.
 */
@Component
public class LatestReadings {

    private static final Duration KEPT = Duration.ofMinutes(1);

    /** ARGV: the value, how long to keep it (ms). */
    private static final String KEEP_NEWER =
            """
            local stored = redis.call('GET', KEYS[1])
            if stored then
              local old = cjson.decode(stored)
              local new = cjson.decode(ARGV[1])
              local newer = new.receivedAt > old.receivedAt
              if new.boot == old.boot then newer = new.up > old.up end
              if not newer then return 0 end
            end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 1
            """;

    private final RedissonClient redis;
    private final JsonMapper json;

    LatestReadings(RedissonClient redis, JsonMapper json) {
        this.redis = redis;
        this.json = json;
    }

    /** All lanes of a door at one moment. */
    public record Reading(Moment at, List<LaneReading> lanes) {

        /** The lane's own, if the cabinet told it. */
        public Optional<LaneReading> of(int lane) {
            return lanes.stream().filter(reading -> reading.lane() == lane).findFirst();
        }
    }

    /** Keeps what was read, unless something newer is known. */
    public void keep(String sn, int door, Reading reading) {
        Moment at = reading.at();
        var value =
                new Value(
                        at.boot(),
                        at.up(),
                        at.receivedAt().toEpochMilli(),
                        reading.lanes().stream()
                                .filter(lane -> Readings.isWeight(lane.grams()))
                                .toList());
        redis.getScript(StringCodec.INSTANCE)
                .eval(
                        RScript.Mode.READ_WRITE,
                        KEEP_NEWER,
                        RScript.ReturnType.LONG,
                        List.of(key(sn, door)),
                        json.writeValueAsString(value),
                        Long.toString(KEPT.toMillis()));
    }

    /** The last that was read behind a door in this minute. */
    public Optional<Reading> of(String sn, int door) {
        String stored = redis.<String>getBucket(key(sn, door), StringCodec.INSTANCE).get();
        return Optional.ofNullable(stored).map(text -> json.readValue(text, Value.class).reading());
    }

    private static String key(String sn, int door) {
        return "kaimen:live:" + sn + ":" + door;
    }

    /**
     * As Redis holds it; the script above reads it too.
     *
     * @param receivedAt epoch ms
     */
    private record Value(String boot, long up, long receivedAt, List<LaneReading> lanes) {

        Reading reading() {
            return new Reading(new Moment(boot, up, Instant.ofEpochMilli(receivedAt)), lanes);
        }
    }
}
