package io.kaimen.sandbox.faults;

import io.kaimen.sandbox.time.PlatformClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The faults that are switched on; a restart of the sandbox clears them. */
@Component
public class Faults {

    private final PlatformClock clock;
    private final List<Fault> active = new ArrayList<>();
    private long lastId;

    Faults(PlatformClock clock) {
        this.clock = clock;
    }

    /** Switches a fault on and gives it its number. */
    public synchronized Fault add(Fault wanted) {
        Fault added =
                new Fault(
                        ++lastId,
                        wanted.kind(),
                        wanted.outOrderNo(),
                        wanted.on(),
                        wanted.times(),
                        wanted.millis(),
                        wanted.refusal());
        active.add(added);
        setClock();
        return added;
    }

    /** What is switched on, oldest first. */
    public synchronized List<Fault> all() {
        return List.copyOf(active);
    }

    /** Switches one off; false when it is not on. */
    public synchronized boolean remove(long id) {
        boolean removed = active.removeIf(fault -> fault.id() == id);
        setClock();
        return removed;
    }

    /** Switches all off. */
    public synchronized void clear() {
        active.clear();
        setClock();
    }

    /**
     * The fault that happens now, which counts as one of its times.
     *
     * @param outOrderNo the order concerned
     * @param what the operation, or the event type of a notification
     */
    public synchronized Optional<Fault> strike(FaultKind kind, String outOrderNo, String what) {
        for (int i = 0; i < active.size(); i++) {
            Fault fault = active.get(i);
            if (fault.concerns(kind, outOrderNo, what)) {
                Fault left = fault.spent();
                if (left == null) {
                    active.remove(i);
                } else {
                    active.set(i, left);
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private void setClock() {
        long millis =
                active.stream()
                        .filter(fault -> fault.kind() == FaultKind.CLOCK_OFFSET)
                        .mapToLong(Fault::millis)
                        .sum();
        clock.setOffset(Duration.ofMillis(millis));
    }
}
