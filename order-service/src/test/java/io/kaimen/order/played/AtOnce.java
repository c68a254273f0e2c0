package io.kaimen.order.played;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Does the same thing several times at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** The results, when all are there. */
    public static <T> List<T> times(int times, Supplier<T> work) {
        var start = new CyclicBarrier(times);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all =
                    IntStream.range(0, times)
                            .mapToObj(i ->
                                    threads.submit(() -> {
                                        await(start);
                                        return work.get();
                                    }))
                            .toList();
            return all.stream().map(AtOnce::result).toList();
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
