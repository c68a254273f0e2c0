package io.kaimen.device.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redisson.api.RBucket;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;

/**
 * The marker in Redis by which its loss is noticed: it is there as long as everything else is.
 * While it is absent no door is claimed for opening and no open command goes out.
 *
 * <p>comm-service reads both keys, to announce its sessions to a new generation.
 */
@Component
public class Generation {

    private static final String READY = "kaimen:generation";

    /** The one being filled, and at the same time the lease of whoever fills it. */
    private static final String NEXT = "kaimen:generation:next";

    private static final String ANNOUNCED = "kaimen:generation:announced:";

    /** Whoever has not got on for so long is taken for dead. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** Fails when Redis was emptied once more meanwhile, because the lease went with the rest. */
    private static final String FINISH =
            """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[2], ARGV[1])
            redis.call('DEL', KEYS[1])
            return 1
            """;

    private static final String ABANDON =
            """
            if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
            return 0
            """;

    private static final String RENEW =
            """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            return redis.call('PEXPIRE', KEYS[1], ARGV[2])
            """;

    private final RedissonClient redis;

    Generation(RedissonClient redis) {
        this.redis = redis;
    }

    /**
     * Whether Redis holds what it should. Asks Redis itself: a remembered answer would be the one
     * from before the loss.
     */
    public boolean isReady() {
        return bucket(READY).isExists();
    }

    /** The instances of comm-service that have announced all their sessions to this generation. */
    public Set<String> announcedBy(String generation) {
        return redis.<String>getSet(ANNOUNCED + generation, StringCodec.INSTANCE).readAll();
    }

    /** Begins a new one, unless somebody is at it. */
    Optional<String> begin() {
        String generation = UUID.randomUUID().toString();
        return bucket(NEXT).setIfAbsent(generation, LEASE)
                ? Optional.of(generation)
                : Optional.empty();
    }

    /**
     * Keeps others from beginning another one.
     *
     * @return false when the lease is lost, perhaps with everything else
     */
    boolean renew(String generation) {
        return eval(RENEW, List.of(NEXT), generation, Long.toString(LEASE.toMillis()));
    }

    /**
     * Everything is there: doors may open.
     *
     * @return false when something of it may be lost again
     */
    boolean finish(String generation) {
        return eval(FINISH, List.of(NEXT, READY), generation);
    }

    /** Gives the lease back after a failure, so that somebody begins anew at once. */
    void abandon(String generation) {
        eval(ABANDON, List.of(NEXT), generation);
    }

    private boolean eval(String script, List<Object> keys, Object... args) {
        Long done =
                redis.getScript(StringCodec.INSTANCE)
                        .eval(RScript.Mode.READ_WRITE, script, RScript.ReturnType.LONG, keys, args);
        return done == 1;
    }

    private RBucket<String> bucket(String key) {
        return redis.getBucket(key, StringCodec.INSTANCE);
    }
}
