package io.kaimen.device.shadow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redisson.api.RScoredSortedSet;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;

/**
 * The heartbeats in Redis. comm-service writes the last times (a sorted set by server time) and the
 * counters per minute; who is silent is taken from here for judgement, each cabinet by one judge.
 */
@Component
public class Heartbeats {

    private static final String LAST = "kaimen:heartbeat:last";
    private static final String JUDGING = "kaimen:heartbeat:judging";
    private static final String COUNTED = "kaimen:heartbeat:cnt:";
    private static final String PROTECTED = "kaimen:heartbeat:protected";
    private static final String JUDGED_FROM = "kaimen:heartbeat:judged-from";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyyMMddHHmm").withZone(ZoneId.of("Asia/Shanghai"));

    /** A judge that takes longer is taken for dead. */
    private static final Duration JUDGEMENT = Duration.ofSeconds(30);

    /** ARGV: silent since (ms), now, abandoned since, limit. First what a dead judge left. */
    private static final String TAKE_SILENT =
            """
            local taken = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[3], 'LIMIT', 0, ARGV[4])
            if #taken == 0 then
              taken = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[4])
              for _, sn in ipairs(taken) do redis.call('ZREM', KEYS[1], sn) end
            end
            for _, sn in ipairs(taken) do redis.call('ZADD', KEYS[2], ARGV[2], sn) end
            return taken
            """;

    private final RedissonClient redis;
    private final Clock clock;

    Heartbeats(RedissonClient redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Counts from now on, unless it was heard of later. */
    public void heardOf(String sn) {
        last().addIfGreater(clock.millis(), sn);
    }

    /** How many heartbeats came within the minute that contains this time. */
    public long countedInMinuteOf(Instant time) {
        Object count = redis.getBucket(COUNTED + MINUTE.format(time), StringCodec.INSTANCE).get();
        return count == null ? 0 : Long.parseLong(count.toString());
    }

    /**
     * Takes cabinets not heard of since that time, for this judge alone. Each must be given back
     * with {@link #judged}, else another judge takes it later.
     */
    public List<String> takeSilentSince(Instant time, int limit) {
        long now = clock.millis();
        return redis.getScript(StringCodec.INSTANCE)
                .eval(
                        RScript.Mode.READ_WRITE,
                        TAKE_SILENT,
                        RScript.ReturnType.LIST,
                        List.of(LAST, JUDGING),
                        Long.toString(time.toEpochMilli()),
                        Long.toString(now),
                        Long.toString(now - JUDGEMENT.toMillis()),
                        Integer.toString(limit));
    }

    public void judged(String sn) {
        redis.getScoredSortedSet(JUDGING, StringCodec.INSTANCE).remove(sn);
    }

    /** Those of these cabinets that were heard of after that time. */
    public Set<String> heardOfSince(Instant time, List<String> cabinets) {
        if (cabinets.isEmpty()) {
            return Set.of();
        }
        List<Double> scores = last().getScore(cabinets);
        Set<String> heard = new HashSet<>();
        for (int i = 0; i < cabinets.size(); i++) {
            Double score = scores.get(i);
            if (score != null && score > time.toEpochMilli()) {
                heard.add(cabinets.get(i));
            }
        }
        return heard;
    }

    /** Since when all that is needed for judging is there; nothing after the loss of Redis. */
    public Optional<Instant> judgedFrom() {
        Object millis = redis.getBucket(JUDGED_FROM, StringCodec.INSTANCE).get();
        return Optional.ofNullable(millis)
                .map(text -> Instant.ofEpochMilli(Long.parseLong(text.toString())));
    }

    /** These count from now on, unless they were heard of already. */
    public void seed(List<String> cabinets) {
        Map<String, Double> now = new HashMap<>();
        cabinets.forEach(sn -> now.put(sn, (double) clock.millis()));
        last().addAllIfAbsent(now);
    }

    /** All online cabinets are seeded. */
    public void judgeFromNowOn() {
        redis.getBucket(JUDGED_FROM, StringCodec.INSTANCE).set(Long.toString(clock.millis()));
    }

    /**
     * @return whether an episode of self-protection begins with this
     */
    public boolean protectionBegins() {
        return redis.getBucket(PROTECTED, StringCodec.INSTANCE)
                .setIfAbsent(clock.instant().toString());
    }

    /**
     * @return whether an episode of self-protection ends with this
     */
    public boolean protectionEnds() {
        return redis.getBucket(PROTECTED, StringCodec.INSTANCE).delete();
    }

    private RScoredSortedSet<String> last() {
        return redis.getScoredSortedSet(LAST, StringCodec.INSTANCE);
    }
}
