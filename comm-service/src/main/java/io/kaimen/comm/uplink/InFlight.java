package io.kaimen.comm.uplink;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many messages are being stored at once, over all connections. What is beyond the bound
 * waits in the order in which it came; connections stop being read meanwhile, so that little does.
 */
class InFlight {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger running = new AtomicInteger();
    private final int most;
    private volatile @Nullable CompletableFuture<Void> idle;

    InFlight(int most) {
        this.most = most;
    }

    /**
     * Runs a task now or, on another thread, when others have finished. Each must be followed by
     * exactly one {@link #finished()}.
     */
    void start(Runnable task) {
        waiting.add(task);
        runWaiting();
    }

    void finished() {
        running.decrementAndGet();
        runWaiting();
        completeWhenIdle();
    }

    /** Completed as soon as nothing is being stored or waits for it. */
    CompletableFuture<Void> whenIdle() {
        var future = new CompletableFuture<Void>();
        idle = future;
        completeWhenIdle();
        return future;
    }

    private void completeWhenIdle() {
        CompletableFuture<Void> future = idle;
        if (future != null && running.get() == 0 && waiting.isEmpty()) {
            future.complete(null);
        }
    }

    /** Whether connections with something in flight should not be read further. */
    boolean full() {
        return running.get() >= most;
    }

    int running() {
        return running.get();
    }

    private void runWaiting() {
        // Whoever adds or finishes looks afterwards, so nothing stays behind.
        while (!waiting.isEmpty() && takePlace()) {
            Runnable next = waiting.poll();
            if (next != null) {
                next.run();
            } else {
                running.decrementAndGet();
            }
        }
    }

    private boolean takePlace() {
        int now;
        do {
            now = running.get();
            if (now >= most) {
                return false;
            }
        } while (!running.compareAndSet(now, now + 1));
        return true;
    }
}
