package io.kaimen.local.check.source;

import io.kaimen.local.instance.Instance;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The locks as device-service writes them: {@code kaimen:door-lock:<sn>:<door>} is a token. */
public final class RedisDoorLocks implements DoorLocks {

    private static final String PREFIX = "kaimen:door-lock:";
    private static final String START = "0";

    private final Instance instance;

    /** Connects when it is asked. */
    public RedisDoorLocks(Instance instance) {
        this.instance = instance;
    }

    @Override
    public List<DoorLock> all() {
        try (var redis = RedisConnection.open(instance)) {
            var locks = new ArrayList<DoorLock>();
            for (var key : keys(redis)) {
                lock(redis, key).ifPresent(locks::add);
            }
            return locks;
        } catch (IOException e) {
            throw new Unreachable("Redis", e);
        }
    }

    /** A scan may name a key twice. */
    private static Set<String> keys(RedisConnection redis) throws IOException {
        var keys = new LinkedHashSet<String>();
        var cursor = START;
        do {
            var page = (List<?>) redis.call("SCAN", cursor, "MATCH", PREFIX + "*", "COUNT", "1000");
            cursor = String.valueOf(page.getFirst());
            ((List<?>) page.getLast()).forEach(key -> keys.add(String.valueOf(key)));
        } while (!cursor.equals(START));
        return keys;
    }

    private static Optional<DoorLock> lock(RedisConnection redis, String key) throws IOException {
        var token = redis.call("GET", key);
        var millis = (Long) redis.call("PTTL", key);
        if (token.equals(RedisConnection.NIL) || millis == -2) {
            // It ended in between.
            return Optional.empty();
        }
        var colon = key.lastIndexOf(':');
        return Optional.of(
                new DoorLock(
                        key,
                        key.substring(PREFIX.length(), colon),
                        Integer.parseInt(key.substring(colon + 1)),
                        token.toString(),
                        millis < 0 ? null : Duration.ofMillis(millis)));
    }
}
