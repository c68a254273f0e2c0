package io.kaimen.device.cabinet;

import java.util.List;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;

/**
 * Which comm-service instance holds which cabinet, in Redis. The database has the authority and the
 * epochs; this copy only ever moves to a higher epoch, however late a write arrives.
 */
@Component
class Routes {

    private static final String MOVE =
            """
            local epoch = redis.call('HGET', KEYS[1], 'epoch')
            if epoch and tonumber(epoch) > tonumber(ARGV[2]) then return 0 end
            if epoch and tonumber(epoch) == tonumber(ARGV[2])
                and redis.call('HGET', KEYS[1], 'gone') == '1' then return 0 end
            redis.call('HSET', KEYS[1], 'instance', ARGV[1], 'epoch', ARGV[2])
            redis.call('HDEL', KEYS[1], 'gone')
            return 1
            """;

    /** The epoch stays, so that a late move of an ended connection finds it was here before. */
    private static final String CLEAR =
            """
            local epoch = redis.call('HGET', KEYS[1], 'epoch')
            if epoch and tonumber(epoch) > tonumber(ARGV[1]) then return 0 end
            redis.call('HDEL', KEYS[1], 'instance')
            redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'gone', '1')
            return 1
            """;

    private final RedissonClient redis;

    Routes(RedissonClient redis) {
        this.redis = redis;
    }

    /**
     * @return whether the route is there now; false when a newer one was, or this one has ended
     */
    boolean move(String sn, String instance, long epoch) {
        return eval(MOVE, sn, instance, Long.toString(epoch));
    }

    /**
     * @return whether that connection's route is gone; false when a newer one stays
     */
    boolean clear(String sn, long epoch) {
        return eval(CLEAR, sn, Long.toString(epoch));
    }

    private boolean eval(String script, String sn, Object... args) {
        Long done =
                redis.getScript(StringCodec.INSTANCE)
                        .eval(
                                RScript.Mode.READ_WRITE,
                                script,
                                RScript.ReturnType.LONG,
                                List.of("kaimen:route:" + sn),
                                args);
        return done == 1;
    }
}
