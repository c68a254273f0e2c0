package io.kaimen.order.placing;

import io.kaimen.order.OrderProperties;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets the taps of one shopper in one after the other, so that the second of a double tap finds the
 * first one's order. A convenience, not a guard: with Redis gone taps go in together, and the
 * unique columns of claim, order and hold still make one order.
 */
@Component
class TapGate {

    private static final Logger log = LoggerFactory.getLogger(TapGate.class);

    /** Above every timeout of placing an order. */
    private static final Duration LEASE = Duration.ofSeconds(40);

    private final RedissonClient redis;
    private final OrderProperties properties;

    TapGate(RedissonClient redis, OrderProperties properties) {
        this.redis = redis;
        this.properties = properties;
    }

    /**
     * Does the work in turn.
     *
     * @return empty when an earlier tap was still at work after the time a tap waits
     */
    <T> Optional<T> inTurn(String shopperId, Supplier<T> work) {
        RLock lock = redis.getLock("kaimen:tap:" + shopperId);
        boolean held;
        try {
            held = lock.tryLock(millis(properties.tapWait()), millis(LEASE), TimeUnit.MILLISECONDS);
            if (!held) {
                return Optional.empty();
            }
        } catch (RedisException e) {
            log.warn("taps are not in turn: {}", e.toString());
            return Optional.of(work.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            leave(lock);
        }
    }

    private static void leave(RLock lock) {
        try {
            if (lock.isHeldByCurrentThread()) {
                lock.unlock();
            }
        } catch (RedisException e) {
            log.warn("a tap lock is left to its lease: {}", e.toString());
        }
    }

    private static long millis(Duration duration) {
        return duration.toMillis();
    }
}
