package io.kaimen.sandbox.journal;

import org.jspecify.annotations.Nullable;

/**
 * One thing remembered; a later entry of the same kind and key replaces it.
 *
 * @param kind what sort of thing, e.g. {@code order}
 * @param key its identity within the kind
 * @param value the thing itself, written as JSON; null forgets it
 */
public record JournalEntry(String kind, String key, @Nullable Object value) {

    /** Forgets a thing. */
    public static JournalEntry forgotten(String kind, String key) {
        return new JournalEntry(kind, key, null);
    }
}
