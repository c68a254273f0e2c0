package io.kaimen.local.jobs;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running triggers. */
final class Jobs implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Jobs.class);

    private final AdminServer server;
    private final ScheduledExecutorService timer;

    private Jobs(AdminServer server, ScheduledExecutorService timer) {
        this.server = server;
        this.timer = timer;
    }

    static Jobs start(Settings settings, Clock clock) throws IOException {
        var executors = new Executors(clock);
        var client = new ExecutorClient(settings.accessToken());
        // Executors keep a log file per number, also across restarts of this process.
        var logIds = new AtomicLong(clock.millis());
        var triggers =
                settings.schedules().stream()
                        .map(schedule -> new Trigger(schedule, executors, client, clock, logIds))
                        .toList();
        var server =
                AdminServer.start(settings.port(), settings.accessToken(), executors, triggers);
        var timer =
                java.util.concurrent.Executors.newScheduledThreadPool(
                        Math.max(1, triggers.size()), Thread.ofVirtual().factory());
        for (var trigger : triggers) {
            var millis = trigger.schedule().every().toMillis();
            timer.scheduleAtFixedRate(() -> fire(trigger), millis, millis, TimeUnit.MILLISECONDS);
        }
        log.info("Executors register at {}; {}", server.url(), settings);
        return new Jobs(server, timer);
    }

    String url() {
        return server.url();
    }

    private static void fire(Trigger trigger) {
        try {
            trigger.due();
        } catch (RuntimeException e) {
            // Thrown on, it would silently end the schedule.
            log.error("{} could not be triggered", trigger.schedule().name(), e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        server.close();
    }
}
