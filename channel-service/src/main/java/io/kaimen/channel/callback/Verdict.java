package io.kaimen.channel.callback;

/** What became of one delivery of a notification. */
sealed interface Verdict {

    /** Recorded, and published where somebody waits for it. */
    record Accepted() implements Verdict {}

    /** We had it already. */
    record Repeated() implements Verdict {}

    /** Recorded, but it contradicts what we know: the platform has to be asked. */
    record Disputed() implements Verdict {}

    /**
     * Genuine, and yet not to be acted upon.
     *
     * @param reason in short; goes back to the platform
     */
    record Refused(String reason) implements Verdict {}
}
