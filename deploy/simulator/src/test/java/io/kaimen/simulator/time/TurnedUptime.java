package io.kaimen.simulator.cabinet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A cabinet's time that passes when the test says so; what is due happens in its order. */
final class TurnedUptime implements Uptime {

    private record Due(long at, long number, Runnable task) {}

    private final List<Due> waiting = new ArrayList<>();
    private long now;
    private long number;

    @Override
    public long millis() {
        return now;
    }

    @Override
    public void run(Runnable task) {
        task.run();
    }

    @Override
    public Timer after(long millis, Runnable task) {
        var due = new Due(now + millis, number++, task);
        waiting.add(due);
        return () -> waiting.remove(due);
    }

    /** Lets time pass. */
    void pass(long millis) {
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
