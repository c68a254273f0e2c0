package io.kaimen.simulator.cabinet;

import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that a test turns. */
final class ManualPulse implements Pulse {

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
    private long now = 1_000_000;
    private long numbers;

    private record Due(long at, long number, Runnable work) {}

    @Override
    public long millis() {
        return now;
    }

    @Override
    public void after(long delayMillis, Runnable work) {
        due.add(new Due(now + delayMillis, numbers++, work));
    }

    void pass(long millis) {
        long until = now + millis;
        while (!due.isEmpty() && due.peek().at() <= until) {
            Due next = due.remove();
            now = Math.max(now, next.at());
            next.work().run();
        }
        now = until;
    }
}
