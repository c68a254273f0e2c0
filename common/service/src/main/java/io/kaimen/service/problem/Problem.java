package io.kaimen.service.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An error with an answer for the caller. Subclasses name the error; the message given here is
 * shown to callers and holds nothing of the inside.
 */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String code;
    private final @Nullable Duration retryAfter;

    /**
     * @param code stable, kebab-case; programs decide by it
     * @param safeMessage for people
     */
    public Problem(HttpStatus status, String code, String safeMessage) {
        this(status, code, safeMessage, null);
    }

    /**
     * @param code stable, kebab-case; programs decide by it
     * @param safeMessage for people
     * @param retryAfter when the same request may well succeed; null when that does not depend on
     *     time
     */
    public Problem(
            HttpStatus status, String code, String safeMessage, @Nullable Duration retryAfter) {
        super(safeMessage);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** When to try again; null when waiting alone does not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The message for people; never null. */
    public String safeMessage() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
