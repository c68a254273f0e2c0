package io.kaimen.service.messaging;

/**
 * Something this service needs to have first and is about to: a message that meets it is tried
 * again soon, as when something else is away, and is not parked for it.
 */
public abstract class NotReadyYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected NotReadyYet(String message) {
        super(message);
    }
}
