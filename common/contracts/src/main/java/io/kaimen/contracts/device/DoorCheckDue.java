package io.kaimen.contracts.device;

/**
 * A reminder of device-service to itself to look at a door session.
 *
 * @param attempt counts from 1
 * @param look what to look at
 */
public record DoorCheckDue(String orderNo, Look look, int attempt) {

    /** What to look at. */
    public enum Look {
        /** Has the door opened? Query it otherwise. */
        OPENED,
        /** Are there stable weights newer than the close? */
        WEIGHTS,
        /** Is the door still open? */
        LEFT_OPEN,
        /** Is an event still waiting for those before it? */
        EVENTS
    }
}
