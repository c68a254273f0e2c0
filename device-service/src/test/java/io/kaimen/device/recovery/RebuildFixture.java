package io.kaimen.device.recovery;

import java.util.UUID;
import org.redisson.api.RedissonClient;

/** For tests of single steps. */
public final class RebuildFixture {

    private RebuildFixture() {}

    /** A rebuild whose lease nobody takes away. */
    public static Rebuilding rebuilding(RedissonClient redis) {
        var generation =
                new Generation(redis) {
                    @Override
                    boolean renew(String id) {
                        return true;
                    }
                };
        return new Rebuilding(generation, UUID.randomUUID().toString());
    }
}
