package io.kaimen.comm.routing;

import io.kaimen.comm.CommProperties;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.stereotype.Component;

/** The generation of what Redis holds; device-service begins one whenever Redis was emptied. */
@Component
class RedisGeneration {

    /** The one being filled; device-service waits for announcements to it. */
    static final String NEXT = "kaimen:generation:next";

    /** The one that is complete. */
    static final String READY = "kaimen:generation";

    /** Set of the instances that have announced all their sessions; the generation follows. */
    static final String ANNOUNCED = "kaimen:generation:announced:";

    private static final Duration ANNOUNCED_KEPT = Duration.ofMinutes(10);

    private final RedissonClient redis;
    private final String instance;

    RedisGeneration(RedissonClient redis, CommProperties properties) {
        this.redis = redis;
        this.instance = properties.instance();
    }

    /** The newest one; null while Redis is empty and nobody has begun to fill it. */
    @Nullable String latest() {
        String next = redis.<String>getBucket(NEXT, StringCodec.INSTANCE).get();
        return next != null ? next : redis.<String>getBucket(READY, StringCodec.INSTANCE).get();
    }

    /** Every session held here was announced to it. */
    void announced(String generation) {
        var instances = redis.<String>getSet(ANNOUNCED + generation, StringCodec.INSTANCE);
        instances.add(instance);
        instances.expire(ANNOUNCED_KEPT);
    }
}
