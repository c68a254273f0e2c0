package io.kaimen.contracts.comm;

/** A door by its own sensor. */
public enum DoorPosition {
    CLOSED,
    OPEN,
    /** The sensor contradicts itself or the lock did not latch. */
    FAULT
}
