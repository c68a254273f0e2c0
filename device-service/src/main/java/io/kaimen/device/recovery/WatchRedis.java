package io.kaimen.device.recovery;

import io.kaimen.device.DeviceProperties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks again and again whether Redis still holds what it held. No job: doors are closed meanwhile,
 * and whatever triggers jobs may be down at the same time.
 */
@Component
class WatchRedis implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WatchRedis.class);

    private final RebuildRedis rebuild;
    private final DeviceProperties.Recovery times;
    private volatile @Nullable ScheduledExecutorService timer;
    private volatile boolean running;

    WatchRedis(RebuildRedis rebuild, DeviceProperties properties) {
        this.rebuild = rebuild;
        this.times = properties.recovery();
    }

    @Override
    public void start() {
        // A new one each time: what was stopped may be started again.
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("watch-redis").factory());
        started.scheduleWithFixedDelay(
                this::look, 0, times.watchEvery().toMillis(), TimeUnit.MILLISECONDS);
        timer = started;
        running = true;
    }

    /** A failure must not end the schedule: the next look tries again. */
    private void look() {
        try {
            rebuild.unlessThere();
        } catch (RuntimeException e) {
            log.warn("Redis could not be looked at or rebuilt: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopped = timer;
        if (stopped != null) {
            stopped.shutdownNow();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
