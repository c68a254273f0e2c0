package io.kaimen.comm.uplink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.kaimen.comm.CommFixture;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.BatchResult;
import org.redisson.api.RAtomicLongAsync;
import org.redisson.api.RBatch;
import org.redisson.api.RScoredSortedSetAsync;
import org.redisson.api.RedissonClient;
import org.redisson.misc.CompletableFutureWrapper;

class HeartbeatBatchesTest {

    private static final Instant LATE = Instant.parse("2026-11-20T15:59:59.900Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-20T16:00:00.100Z");

    private final CommFixture comm = new CommFixture();
    private final RedissonClient redis = mock(RedissonClient.class);
    private final RBatch batch = mock(RBatch.class);

    @SuppressWarnings("unchecked") // A mock has no type argument.
    private final RScoredSortedSetAsync<String> last = mock(RScoredSortedSetAsync.class);

    private final RAtomicLongAsync before = mock(RAtomicLongAsync.class);
    private final RAtomicLongAsync after = mock(RAtomicLongAsync.class);
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final HeartbeatBatches batches = new HeartbeatBatches(redis, comm.metrics, later::add);

    @BeforeEach
    void answerNothing() {
        when(redis.createBatch()).thenReturn(batch);
        when(batch.<String>getScoredSortedSet(anyString(), any())).thenReturn(last);
        // The minute is the one in Shanghai.
        when(batch.getAtomicLong("kaimen:heartbeat:cnt:202611202359")).thenReturn(before);
        when(batch.getAtomicLong("kaimen:heartbeat:cnt:202611210000")).thenReturn(after);
        when(batch.executeAsync())
                .thenReturn(new CompletableFutureWrapper<BatchResult<?>>((BatchResult<?>) null));
    }

    @Test
    void writesWhatItCollectedInOneBatch() {
        batches.add("KM0001", LATE);
        batches.add("KM0002", LATE);
        batches.add("KM0001", MIDNIGHT);
        assertThat(later).as("one write for all").hasSize(1);

        later.remove().run();

        verify(batch).executeAsync();
        verify(last)
                .addAllAsync(
                        Map.of(
                                "KM0001", (double) MIDNIGHT.toEpochMilli(),
                                "KM0002", (double) LATE.toEpochMilli()));
        verify(before).addAndGetAsync(2);
        verify(after).addAndGetAsync(1);
        verify(before).expireAsync(HeartbeatBatches.COUNT_KEPT);
        assertThat(comm.counted("heartbeats", "result", "stored")).isEqualTo(3);
    }

    @Test
    void goesOnWhenRedisIsGone() {
        when(batch.executeAsync())
                .thenThrow(new IllegalStateException("no Redis"))
                .thenReturn(new CompletableFutureWrapper<BatchResult<?>>((BatchResult<?>) null));
        batches.add("KM0001", LATE);
        later.remove().run();
        assertThat(comm.counted("heartbeats", "result", "lost")).isEqualTo(1);

        batches.add("KM0001", LATE);
        later.remove().run();
        assertThat(comm.counted("heartbeats", "result", "stored")).isEqualTo(1);
    }

    @Test
    void letsNoMoreThanABoundedNumberOfBatchesWaitForRedis() {
        when(batch.executeAsync())
                .thenAnswer(call ->
                        new CompletableFutureWrapper<BatchResult<?>>(new CompletableFuture<>()));
        for (int i = 0; i < 105; i++) {
            batches.add("KM0001", LATE);
            later.remove().run();
        }
        verify(batch, times(100)).executeAsync();
        assertThat(comm.counted("heartbeats", "result", "lost")).isEqualTo(5);
    }
}
