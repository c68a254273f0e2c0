package io.kaimen.simulator.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A cabinet's time that passes when the test says so; what is due happens in its order. */
public final class TurnedUptime implements Uptime {

    private record Due(long at, long number, Runnable task) {}

    private final List<Due> waiting = new ArrayList<>();
    private long now;
    private long number;
    private boolean stopped;

    @Override
    public long millis() {
        return now;
    }

    @Override
    public void run(Runnable task) {
        if (!stopped) {
            task.run();
        }
    }

    /** The power is gone: nothing more happens. */
    public void stop() {
        stopped = true;
        waiting.clear();
    }

    @Override
    public Timer after(long millis, Runnable task) {
        if (stopped) {
            return () -> {};
        }
        var due = new Due(now + millis, number++, task);
        waiting.add(due);
        return () -> waiting.remove(due);
    }

    /** Lets time pass. */
    public void pass(long millis) {
        long until = now + millis;
        while (true) {
            Due next =
                    waiting.stream()
                            .filter(due -> due.at() <= until)
                            .min(Comparator.comparing(Due::at).thenComparing(Due::number))
                            .orElse(null);
            if (next == null) {
                break;
            }
            waiting.remove(next);
            now = next.at();
            next.task().run();
        }
        now = until;
    }
}
