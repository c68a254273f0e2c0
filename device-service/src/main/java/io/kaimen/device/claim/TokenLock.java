package io.kaimen.device.claim;

import io.kaimen.device.DeviceProperties;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBucket;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;

/**
 * A door's lock in Redis: fast, short-leased, in front of the claim in the database that has the
 * authority. It belongs to its token and not to a thread, so any instance can end it.
 */
@Component
class TokenLock {

    private static final String RELEASE =
            """
            if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
            return 0
            """;

    /** Also puts a lost lock back; leaves another token's lock alone. */
    private static final String RENEW =
            """
            local held = redis.call('GET', KEYS[1])
            if held == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
            if not held then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) return 2 end
            return 0
            """;

    /** What a renewal found. */
    enum Renewal {
        RENEWED,
        REBUILT,
        HELD_BY_ANOTHER
    }

    private final RedissonClient redis;
    private final Duration lease;

    TokenLock(RedissonClient redis, DeviceProperties properties) {
        this.redis = redis;
        this.lease = properties.doors().lockLease();
    }

    /**
     * Takes the lock for a holder; a holder that asks again, perhaps because the first answer was
     * lost, is given the token it has.
     *
     * @return the token, or null when another holder has the lock
     */
    @Nullable String take(String sn, int door, String holder) {
        RBucket<String> lock = lock(sn, door);
        String token = holder + ":" + UUID.randomUUID();
        if (lock.setIfAbsent(token, lease)) {
            return token;
        }
        String held = lock.get();
        return held != null && holder.equals(holderOf(held)) ? held : null;
    }

    /** A holder's own name may contain the separator, a UUID never does. */
    private static String holderOf(String token) {
        return token.substring(0, Math.max(0, token.lastIndexOf(':')));
    }

    /**
     * @return false when that token does not hold the lock any more
     */
    boolean release(String sn, int door, String token) {
        return eval(RELEASE, sn, door, token) == 1;
    }

    /** Lengthens the lease of a living claim's lock, and rebuilds the lock when it is lost. */
    Renewal renew(String sn, int door, String token) {
        long found = eval(RENEW, sn, door, token, Long.toString(lease.toMillis()));
        return found == 1
                ? Renewal.RENEWED
                : found == 2 ? Renewal.REBUILT : Renewal.HELD_BY_ANOTHER;
    }

    private long eval(String script, String sn, int door, Object... args) {
        Long result =
                redis.getScript(StringCodec.INSTANCE)
                        .eval(
                                RScript.Mode.READ_WRITE,
                                script,
                                RScript.ReturnType.LONG,
                                List.of(key(sn, door)),
                                args);
        return result;
    }

    private RBucket<String> lock(String sn, int door) {
        return redis.getBucket(key(sn, door), StringCodec.INSTANCE);
    }

    static String key(String sn, int door) {
        return "kaimen:door-lock:" + sn + ":" + door;
    }
}
