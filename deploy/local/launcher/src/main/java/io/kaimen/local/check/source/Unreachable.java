package io.kaimen.local.check.source;

/** Something the evidence is in does not answer, or not as it should. */
public final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param component what a person calls it
     * @param cause what was met
     */
    public Unreachable(String component, Throwable cause) {
        super("The %s does not answer: %s".formatted(component, cause), cause);
    }

    /** For an answer that is none. */
    Unreachable(String component, String answer) {
        super("The %s answered %s.".formatted(component, answer));
    }
}
