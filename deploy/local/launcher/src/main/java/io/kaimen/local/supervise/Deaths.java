package io.kaimen.local.supervise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts how often a component has died lately. */
final class Deaths {

    static final int TOO_MANY = 5;
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final Deque<Instant> lately = new ArrayDeque<>();

    /** Remembers one and answers whether starting the component again is still worth it. */
    boolean another(Instant now) {
        lately.addLast(now);
        while (lately.getFirst().isBefore(now.minus(WINDOW))) {
            lately.removeFirst();
        }
        return lately.size() < TOO_MANY;
    }
}
