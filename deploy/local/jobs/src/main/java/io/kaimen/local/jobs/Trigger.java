package io.kaimen.local.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one handler again and again, on one executor at a time. */
final class Trigger {

    /** A run's outcome may still be on its way when its executor is idle already. */
    private static final Duration OUTCOME_WITHIN = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(Trigger.class);

    private final Schedule schedule;
    private final Executors executors;
    private final ExecutorClient client;
    private final Clock clock;
    private final AtomicLong logIds;
    private @Nullable Run last;

    Trigger(
            Schedule schedule,
            Executors executors,
            ExecutorClient client,
            Clock clock,
            AtomicLong logIds) {
        this.schedule = schedule;
        this.executors = executors;
        this.client = client;
        this.clock = clock;
        this.logIds = logIds;
    }

    Schedule schedule() {
        return schedule;
    }

    /** The latest run, if there was one. */
    synchronized @Nullable Run last() {
        return last;
    }

    /** Starts a run unless one is under way or there is no executor. */
    void due() {
        if (isUnderWay()) {
            return;
        }
        for (var executor : executors.inTurn(schedule.executor())) {
            if (startOn(executor)) {
                return;
            }
        }
    }

    /** Remembers how a run went; answers whether it was one of this handler. */
    synchronized boolean ended(long logId, boolean success, @Nullable String message) {
        var run = last;
        if (run == null || run.logId() != logId) {
            return false;
        }
        if (run.isRunning()) {
            end(run, success ? Run.Outcome.SUCCEEDED : Run.Outcome.FAILED, message);
        }
        return true;
    }

    private boolean isUnderWay() {
        var run = last();
        if (run == null || !run.isRunning()) {
            return false;
        }
        var age = Duration.between(run.startedAt(), clock.instant());
        if (age.compareTo(OUTCOME_WITHIN) < 0 || client.isBusy(run.executor(), schedule.jobId())) {
            return true;
        }
        lose(run);
        return false;
    }

    private synchronized void lose(Run run) {
        // Its outcome may have arrived while the executor was asked.
        if (run.equals(last)) {
            end(
                    run,
                    Run.Outcome.LOST,
                    "The executor no longer runs it and did not say how it went.");
        }
    }

    private boolean startOn(String executor) {
        var run = Run.started(logIds.incrementAndGet(), executor, clock.instant());
        // Before the call: a short run's outcome arrives before the call has returned.
        remember(run);
        var refusal = client.run(executor, schedule, run.logId(), run.startedAt());
        refusal.ifPresent(reason -> refuse(run, reason));
        return refusal.isEmpty();
    }

    private synchronized void remember(Run run) {
        last = run;
    }

    private synchronized void refuse(Run run, String reason) {
        if (run.equals(last)) {
            end(run, Run.Outcome.REFUSED, reason);
        }
    }

    private void end(Run run, Run.Outcome outcome, @Nullable String message) {
        last = run.ended(outcome, message, clock.instant());
        if (outcome == Run.Outcome.SUCCEEDED) {
            log.info("{} on {}: {}", schedule.name(), run.executor(), outcome);
        } else {
            log.warn("{} on {}: {} {}", schedule.name(), run.executor(), outcome, message);
        }
    }
}
