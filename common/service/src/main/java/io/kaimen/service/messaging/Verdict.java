package io.kaimen.service.messaging;

import java.time.Duration;

/** What the broker is told of a delivery. */
sealed interface Verdict {

    /** It may forget the message: handled, or parked. */
    record Done() implements Verdict {}

    /**
     * It shall deliver the message again.
     *
     * @param after about how long
     */
    record Again(Duration after) implements Verdict {}
}
