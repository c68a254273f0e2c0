package io.kaimen.simulator.cabinet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often each command has released a lock: what a cabinet does, not what it tells. One that
 * opens twice for one command has given goods away, and no message would ever show it.
 */
final class Unlocks {

    private static final int REMEMBERED = 2_000;

    private final Map<String, Integer> times = new LinkedHashMap<>();

    /**
     * @param command null when the lock sprang open by itself
     */
    void happened(@Nullable String command) {
        if (command == null) {
            return;
        }
        times.merge(command, 1, Integer::sum);
        if (times.size() > REMEMBERED) {
            times.remove(times.keySet().iterator().next());
        }
    }

    /** Of the latest 2,000 commands. */
    Map<String, Integer> byCommand() {
        return Map.copyOf(times);
    }
}
