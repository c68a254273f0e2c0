package io.kaimen.local.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The executors that have registered, by name; those that stop saying so are forgotten. */
final class Executors {

    /** xxl-job's own: executors register again every 30 s. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(90);

    private final Clock clock;
    private final Map<String, TreeMap<String, Instant>> addresses = new HashMap<>();
    private final Map<String, Integer> turns = new HashMap<>();

    Executors(Clock clock) {
        this.clock = clock;
    }

    /** Whether it was not known before. */
    synchronized boolean register(String name, String address) {
        return addresses.computeIfAbsent(name, _ -> new TreeMap<>()).put(address, clock.instant())
                == null;
    }

    /** Whether it was known. */
    synchronized boolean remove(String name, String address) {
        return addresses.getOrDefault(name, new TreeMap<>()).remove(address) != null;
    }

    /** All of this name, beginning with the one whose turn it is. */
    synchronized List<String> inTurn(String name) {
        var known = addresses.getOrDefault(name, new TreeMap<>());
        known.values().removeIf(seen -> seen.isBefore(clock.instant().minus(FORGOTTEN_AFTER)));
        if (known.isEmpty()) {
            return List.of();
        }
        var all = List.copyOf(known.keySet());
        var turn = turns.merge(name, 1, Integer::sum) % all.size();
        return java.util.stream.Stream.concat(
                        all.subList(turn, all.size()).stream(), all.subList(0, turn).stream())
                .toList();
    }
}
