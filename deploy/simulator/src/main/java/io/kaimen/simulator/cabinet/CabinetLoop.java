package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.time.Uptime;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one boot of a cabinet in real time, until stopped. */
public final class CabinetLoop implements Uptime {

    private static final Logger log = LoggerFactory.getLogger(CabinetLoop.class);

    private final long bootedAt = System.nanoTime();
    private final ScheduledExecutorService thread;
    private volatile boolean stopped;

    /**
     * @param thread a single one; may be shared with other cabinets
     */
    public CabinetLoop(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    @Override
    public long millis() {
        return (System.nanoTime() - bootedAt) / 1_000_000;
    }

    @Override
    public void run(Runnable task) {
        after(0, task);
    }

    @Override
    public Timer after(long millis, Runnable task) {
        try {
            var future =
                    thread.schedule(() -> runUnlessStopped(task), millis, TimeUnit.MILLISECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException e) {
            // The simulator stops.
            return () -> {};
        }
    }

    /** The power is gone: nothing of this boot happens any more. */
    public void stop() {
        stopped = true;
    }

    private void runUnlessStopped(Runnable task) {
        if (stopped) {
            return;
        }
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error("a cabinet's task failed", e);
        }
    }
}
