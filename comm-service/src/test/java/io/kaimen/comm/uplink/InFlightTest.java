package io.kaimen.comm.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InFlightTest {

    @Test
    void startsNoMoreThanItsBoundAndTheRestInOrder() {
        var inFlight = new InFlight(2);
        List<Integer> started = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            int number = i;
            inFlight.start(() -> started.add(number));
        }
        assertThat(started).containsExactly(1, 2);
        assertThat(inFlight.full()).isTrue();
        inFlight.finished();
        assertThat(started).containsExactly(1, 2, 3);
        inFlight.finished();
        inFlight.finished();
        assertThat(started).containsExactly(1, 2, 3, 4);
        assertThat(inFlight.full()).isFalse();
    }

    @Test
    void tellsWhenNothingIsLeft() {
        var inFlight = new InFlight(1);
        inFlight.start(() -> {});
        inFlight.start(() -> {});
        var idle = inFlight.whenIdle();
        inFlight.finished();
        assertThat(idle).isNotDone();
        inFlight.finished();
        assertThat(idle).isDone();
        assertThat(inFlight.whenIdle()).isDone();
    }

    @Test
    void leavesNothingBehindWhenManyThreadsStartAndFinish() throws Exception {
        var inFlight = new InFlight(8);
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new AtomicInteger();
        try (var pool = new ForkJoinPool(4)) {
            for (int i = 0; i < 20_000; i++) {
                pool.execute(() ->
                        inFlight.start(() -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            pool.execute(() -> {
                                done.incrementAndGet();
                                running.decrementAndGet();
                                inFlight.finished();
                            });
                        }));
            }
            pool.awaitQuiescence(20, TimeUnit.SECONDS);
            inFlight.whenIdle().get(5, TimeUnit.SECONDS);
        }
        assertThat(done).hasValue(20_000);
        assertThat(most.get()).isLessThanOrEqualTo(8);
        assertThat(inFlight.running()).isZero();
    }
}
