package io.kaimen.local.check.rule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that does not fit, or does not yet.
 *
 * @param where it is: schema and table, or what keeps it
 * @param key what it is there
 * @param what is wrong with it
 * @param running whether it is so young that it may still come right by itself
 */
public record Finding(String where, String key, String what, boolean running) {

    /** Something wrong however long one waits. */
    static Finding wrong(String where, String key, String what) {
        return new Finding(where, key, what, false);
    }

    /**
     * Something that is wrong when it stays.
     *
     * @param since when it last moved; null when it cannot come right by itself
     * @param patience how long that may take
     */
    static Finding staying(
            String where,
            String key,
            String what,
            @Nullable Instant since,
            Duration patience,
            Instant now) {
        return new Finding(where, key, what, since != null && now.isBefore(since.plus(patience)));
    }
}
