package io.kaimen.service.problem;

import org.springframework.http.HttpStatus;

/**
 * An error with an answer for the caller. Subclasses name the error; the message given here is
 * shown to callers and holds nothing of the inside.
 */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String code;

    /**
     * @param code stable, kebab-case; programs decide by it
     * @param safeMessage for people
     */
    public Problem(HttpStatus status, String code, String safeMessage) {
        super(safeMessage);
        this.status = status;
        this.code = code;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The message for people; never null. */
    public String safeMessage() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
