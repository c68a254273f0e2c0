package io.kaimen.sandbox.journal;

/**
 * One thing remembered; a later entry of the same kind and key replaces it.
 *
 * @param kind what sort of thing, e.g. {@code order}
 * @param key its identity within the kind
 * @param value the thing itself, written as JSON
 */
public record JournalEntry(String kind, String key, Object value) {}
