package io.kaimen.local.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a handler.
 *
 * @param logId its number, unlike that of any other
 * @param executor address of the executor that runs it
 * @param startedAt when it was triggered
 * @param endedAt when its outcome was known; null while it runs
 * @param outcome how it went
 * @param message what the executor said
 */
record Run(
        long logId,
        String executor,
        Instant startedAt,
        @Nullable Instant endedAt,
        Outcome outcome,
        @Nullable String message) {

    /** How a run went. */
    enum Outcome {
        RUNNING,
        SUCCEEDED,
        FAILED,
        /** The executor would not or could not take it. */
        REFUSED,
        /** The executor no longer runs it and never said how it went. */
        LOST
    }

    static Run started(long logId, String executor, Instant now) {
        return new Run(logId, executor, now, null, Outcome.RUNNING, null);
    }

    Run ended(Outcome how, @Nullable String said, Instant now) {
        return new Run(logId, executor, startedAt, now, how, said);
    }

    boolean isRunning() {
        return outcome == Outcome.RUNNING;
    }
}
