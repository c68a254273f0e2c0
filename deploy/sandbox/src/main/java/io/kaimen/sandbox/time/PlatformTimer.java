package io.kaimen.sandbox.time;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs what is due later, each task on a virtual thread of its own. */
@Component
public final class PlatformTimer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PlatformTimer.class);

    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("platform-timer").factory());

    /** Runs the task after the delay, at once when that is zero or negative; never after close. */
    public void after(Duration delay, Runnable task) {
        try {
            // Only the start happens on the clockwork's thread: a slow receiver must not delay
            // others.
            var _ =
                    clockwork.schedule(
                            () -> Thread.ofVirtual().name("platform-task").start(() -> run(task)),
                            Math.max(0, delay.toMillis()),
                            TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("Not scheduled: the sandbox is stopping");
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            if (clockwork.isShutdown()) {
                log.debug("Left undone, the journal has it: the sandbox is stopping", e);
            } else {
                log.error("A scheduled task failed", e);
            }
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
