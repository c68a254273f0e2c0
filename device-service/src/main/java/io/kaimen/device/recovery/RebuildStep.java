package io.kaimen.device.recovery;

/**
 * Puts back one kind of what Redis held, from what the database has. Runs beside the service's
 * ordinary work, perhaps twice at once, so it never replaces what is newer.
 */
public interface RebuildStep {

    void rebuild(Rebuilding rebuilding);
}
