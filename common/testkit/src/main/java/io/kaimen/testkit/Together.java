package io.kaimen.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does the same at the same time. */
public final class Together {

    private Together() {}

    /**
     * Runs all works at once and waits for them.
     *
     * @return their results; a failure is a result too
     */
    public static <T> List<Object> run(int threads, IntFunction<Callable<T>> work)
            throws InterruptedException {
        var start = new CountDownLatch(1);
        List<Future<T>> running = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < threads; i++) {
                Callable<T> mine = work.apply(i);
                running.add(
                        executor.submit(() -> {
                            start.await();
                            return mine.call();
                        }));
            }
            start.countDown();
        }
        return results(running);
    }

    private static <T> List<Object> results(List<Future<T>> done) throws InterruptedException {
        List<Object> results = new ArrayList<>();
        for (Future<T> each : done) {
            try {
                T result = each.get();
                results.add(result == null ? "done" : result);
            } catch (ExecutionException failed) {
                results.add(failed.getCause());
            }
        }
        return results;
    }
}
