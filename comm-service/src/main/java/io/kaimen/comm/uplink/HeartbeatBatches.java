package io.kaimen.comm.uplink;

import io.kaimen.comm.CommMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RBatch;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects heartbeats for a moment and writes them to Redis in one pipelined batch: each cabinet's
 * last time into a sorted set, their number into the counter of the minute.
 */
class HeartbeatBatches {

    /** Sorted set: serial number, scored with the server's ms of its last heartbeat. */
    static final String LAST = "kaimen:heartbeat:last";

    /** Counter of the heartbeats of one minute; the minute follows. */
    static final String COUNT = "kaimen:heartbeat:cnt:";

    static final Duration COUNT_KEPT = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(HeartbeatBatches.class);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyyMMddHHmm").withZone(ZoneId.of("Asia/Shanghai"));

    /** While Redis does not answer, no more than this many batches wait for it. */
    private static final int MOST_UNANSWERED = 100;

    private final Queue<Heartbeat> collected = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final RedissonClient redis;
    private final CommMetrics metrics;
    private final Executor later;

    /**
     * @param later runs a task when a batch has been collected long enough
     */
    HeartbeatBatches(RedissonClient redis, CommMetrics metrics, Executor later) {
        this.redis = redis;
        this.metrics = metrics;
        this.later = later;
    }

    private record Heartbeat(String sn, Instant at) {}

    /** Adds a heartbeat to the batch; never blocks. */
    void add(String sn, Instant at) {
        collected.add(new Heartbeat(sn, at));
        if (scheduled.compareAndSet(false, true)) {
            later.execute(this::write);
        }
    }

    private void write() {
        // Before emptying the queue: what is added from now on starts a batch of its own.
        scheduled.set(false);
        Map<String, Double> last = new HashMap<>();
        Map<String, Integer> perMinute = new HashMap<>();
        int count = 0;
        for (Heartbeat next = collected.poll(); next != null; next = collected.poll()) {
            last.merge(next.sn(), (double) next.at().toEpochMilli(), Math::max);
            perMinute.merge(MINUTE.format(next.at()), 1, Integer::sum);
            count++;
        }
        if (count > 0) {
            write(last, perMinute, count);
        }
    }

    private void write(Map<String, Double> last, Map<String, Integer> perMinute, int count) {
        if (unanswered.incrementAndGet() > MOST_UNANSWERED) {
            written(count, new IllegalStateException("Redis is " + MOST_UNANSWERED + " behind"));
            return;
        }
        try {
            RBatch batch = redis.createBatch();
            var _ = batch.<String>getScoredSortedSet(LAST, StringCodec.INSTANCE).addAllAsync(last);
            perMinute.forEach((minute, beats) -> {
                var counter = batch.getAtomicLong(COUNT + minute);
                var _ = counter.addAndGetAsync(beats);
                var _ = counter.expireAsync(COUNT_KEPT);
            });
            CompletionStage<?> answer = batch.executeAsync();
            answer.whenComplete((result, failure) -> written(count, failure));
        } catch (RuntimeException e) {
            written(count, e);
        }
    }

    private void written(int count, @Nullable Throwable failure) {
        unanswered.decrementAndGet();
        metrics.heartbeats(failure == null ? "stored" : "lost", count);
        // Once per episode; the counter tells the rest.
        if (failure == null) {
            if (failing.compareAndSet(true, false)) {
                log.warn("heartbeats reach Redis again");
            }
        } else if (failing.compareAndSet(false, true)) {
            log.error("{} heartbeats did not reach Redis", count, failure);
        }
    }
}
