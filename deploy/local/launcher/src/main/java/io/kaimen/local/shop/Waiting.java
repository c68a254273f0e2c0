package io.kaimen.local.shop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits for what other processes bring about, by asking again and again. */
public final class Waiting {

    private Waiting() {}

    /** Answers once there is something to answer with. */
    @FunctionalInterface
    public interface Question<T> {
        Optional<T> ask() throws InterruptedException;
    }

    /**
     * The first answer.
     *
     * @return nothing when there was none in time
     */
    public static <T> Optional<T> until(Duration patience, Duration pause, Question<T> question)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var answer = question.ask();
            if (answer.isPresent() || System.nanoTime() - end >= 0) {
                return answer;
            }
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        }
    }
}
