package io.kaimen.channel.platform;

import com.xxl.job.core.handler.annotation.XxlJob;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Repository;

/**
 * Every call made to a platform, kept for some days.
 *
 * <p>Written by a thread of its own: in the caller's transaction the row would be rolled back with
 * it, and a transaction of its own would want a second connection while the caller holds one. A
 * call is never made to wait or fail for its record; what cannot be kept is logged instead.
 */
@Repository
public class PlatformCalls implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(PlatformCalls.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_WAITING = 10_000;

    private final PlatformCallMapper rows;
    private final Clock clock;
    private final ExecutorService writer =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(MOST_WAITING),
                    Thread.ofPlatform().daemon().name("platform-calls").factory());

    PlatformCalls(PlatformCallMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Keeps a call; soon, and never with an error. */
    public void record(PlatformCall call) {
        try {
            writer.execute(() -> write(call));
        } catch (RejectedExecutionException full) {
            log.warn("not recorded: {}", call);
        }
    }

    private void write(PlatformCall call) {
        try {
            rows.insert(call);
        } catch (RuntimeException e) {
            log.warn("not recorded: {}", call, e);
        }
    }

    /** The calls about an order, oldest first. */
    public List<PlatformCall> about(String orderNo) {
        return rows.about(orderNo);
    }

    /** Forgets calls made long ago, a batch at a time. */
    @XxlJob("forgetPlatformCalls")
    public void forget() {
        int forgotten;
        do {
            forgotten = rows.forget(clock.instant().minus(KEPT));
        } while (forgotten > 0);
    }

    /** Writes what is left; the connections close later. */
    @Override
    public void destroy() throws InterruptedException {
        writer.shutdown();
        if (!writer.awaitTermination(5, TimeUnit.SECONDS)) {
            log.warn("stopped before all calls were recorded");
        }
    }
}
