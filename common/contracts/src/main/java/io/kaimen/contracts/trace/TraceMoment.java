package io.kaimen.contracts.trace;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order.
 *
 * @param at by the server's clock
 * @param facts by name, for people; no secrets, no identities
 */
public record TraceMoment(
        Instant at, TraceSource source, TraceKind kind, Map<String, String> facts) {

    public TraceMoment {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** A moment without facts; add them by {@link #with}. */
    public static TraceMoment of(Instant at, TraceSource source, TraceKind kind) {
        return new TraceMoment(at, source, kind, Map.of());
    }

    /** The same with one more fact; null is left out. */
    public TraceMoment with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, value.toString());
        return new TraceMoment(at, source, kind, more);
    }
}
