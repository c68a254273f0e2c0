package io.kaimen.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All that is wrong with one cabinet, through all its boots; set on any thread, looked up on the
 * cabinet's.
 */
public final class Faults {

    private final LongSupplier millis;
    private final List<Active> all = new ArrayList<>();
    private Runnable watcher = () -> {};

    /**
     * @param millis a clock that never goes back and does not stop while a cabinet has no power
     */
    public Faults(LongSupplier millis) {
        this.millis = millis;
    }

    private static final class Active {

        private final Wanted wanted;
        private final long since;
        private int used;

        Active(Wanted wanted, long since) {
            this.wanted = wanted;
            this.since = since;
        }

        boolean over(long now) {
            Integer times = wanted.times();
            Double seconds = wanted.seconds();
            return times != null && used >= times
                    || seconds != null && now - since >= seconds * 1_000;
        }

        ObjectNode json(long now) {
            return wanted.json().put("used", used).put("over", over(now));
        }
    }

    /** Puts these in the place of all there were; counts and times start now. */
    public synchronized void set(List<Wanted> wanted) {
        all.clear();
        wanted.forEach(each -> all.add(new Active(each, millis.getAsLong())));
        watcher.run();
    }

    /** Who is told when others are set; one boot after the other. */
    public synchronized void watch(Runnable told) {
        watcher = told;
    }

    /** Whether nothing is wrong, nor was since the faults were set. */
    public synchronized boolean none() {
        return all.isEmpty();
    }

    /** A fault that is not over; looking at it does not count. */
    public synchronized <F extends Fault> Optional<F> find(Class<F> type, Predicate<F> applies) {
        return active(type, applies).map(active -> type.cast(active.wanted.fault()));
    }

    /** A fault that is not over and happens now, which counts. */
    public synchronized <F extends Fault> Optional<F> use(Class<F> type, Predicate<F> applies) {
        Optional<Active> found = active(type, applies);
        found.ifPresent(active -> active.used++);
        return found.map(active -> type.cast(active.wanted.fault()));
    }

    /** Those of a type that are not over. */
    public synchronized <F extends Fault> List<F> present(Class<F> type) {
        long now = millis.getAsLong();
        return all.stream()
                .filter(active -> !active.over(now))
                .map(active -> active.wanted.fault())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private <F extends Fault> Optional<Active> active(Class<F> type, Predicate<F> applies) {
        long now = millis.getAsLong();
        return all.stream()
                .filter(active -> !active.over(now))
                .filter(active -> type.isInstance(active.wanted.fault()))
                .filter(active -> applies.test(type.cast(active.wanted.fault())))
                .findFirst();
    }

    /** Each as it was set, with how often it was {@code used} and whether it is {@code over}. */
    public synchronized List<JsonNode> view() {
        long now = millis.getAsLong();
        return all.stream().<JsonNode>map(active -> active.json(now)).toList();
    }
}
