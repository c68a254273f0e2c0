package io.kaimen.comm.uplink;

import io.kaimen.comm.CommMetrics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.redisson.api.RedissonClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the heartbeats to Redis. */
@Configuration(proxyBeanMethods = false)
class UplinkConfiguration {

    /** How long a batch collects; a heartbeat's score is its own time, not the batch's. */
    private static final long COLLECT_MILLIS = 50;

    @Bean
    HeartbeatBatches heartbeatBatches(RedissonClient redis, CommMetrics metrics) {
        return new HeartbeatBatches(
                redis,
                metrics,
                CompletableFuture.delayedExecutor(COLLECT_MILLIS, TimeUnit.MILLISECONDS));
    }
}
