package io.kaimen.comm.routing;

import io.kaimen.comm.CommProperties;
import io.kaimen.comm.session.CabinetSession;
import io.kaimen.comm.session.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Announces every session held here once more when Redis was emptied. device-service then begins a
 * new generation and waits a moment for all instances to have done so.
 */
@Component
class AnnounceAgain implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AnnounceAgain.class);

    /** The broker rejects more messages at once than about 2,000. */
    private static final int BATCH = 500;

    private static final long BATCH_WITHIN_SECONDS = 30;

    private final RedisGeneration generation;
    private final Sessions sessions;
    private final Routes routes;
    private final long everyMillis;
    private volatile @Nullable ScheduledExecutorService timer;
    private @Nullable String known;
    private volatile boolean running;

    AnnounceAgain(
            RedisGeneration generation,
            Sessions sessions,
            Routes routes,
            CommProperties properties) {
        this.generation = generation;
        this.sessions = sessions;
        this.routes = routes;
        this.everyMillis = properties.watchRedis().toMillis();
    }

    /** Announces everything when there is a generation that was not told yet. */
    void look() throws Exception {
        String next = generation.latest();
        if (next == null || next.equals(known)) {
            return;
        }
        List<CabinetSession> held = new ArrayList<>(sessions.all());
        for (int from = 0; from < held.size(); from += BATCH) {
            held.subList(from, Math.min(from + BATCH, held.size()))
                    .forEach(session -> routes.stillConnected(session, next));
            routes.settled().get(BATCH_WITHIN_SECONDS, TimeUnit.SECONDS);
        }
        generation.announced(next);
        known = next;
        log.info("{} cabinets announced to generation {} of Redis", held.size(), next);
    }

    private void guarded() {
        try {
            look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // It must not end the schedule: the next look tries again.
            log.warn("not announced to Redis' generation: {}", e.toString());
        }
    }

    @Override
    public void start() {
        // A new one each time: what was stopped may be started again.
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("announce-again").factory());
        started.scheduleWithFixedDelay(
                this::guarded, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        timer = started;
        running = true;
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
