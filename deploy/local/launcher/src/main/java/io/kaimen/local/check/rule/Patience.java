package io.kaimen.local.check.rule;

import io.kaimen.contracts.Timers;
import java.time.Duration;

/** How long things may take to come right by themselves. */
final class Patience {

    /**
     * From a change in one service to what follows in another: an outbox row left behind waits 7 s
     * for its relay, and a message that failed once waits 10 s.
     */
    static final Duration MESSAGE = Duration.ofSeconds(20);

    /** A sweep runs this often, and then has to be through. */
    static final Duration SWEEP = Duration.ofSeconds(20);

    /** Both sides of a global transaction: Seata gives up after a minute. */
    static final Duration GLOBAL_TRANSACTION = Duration.ofSeconds(60).plus(SWEEP);

    /** Until an order waits for nothing but its sweep. */
    static final Duration AUTHORISE = Timers.DEFAULTS.authorise().plus(SWEEP);

    /** Until nobody expects the door to open any more: the last query, its answer, the sweep. */
    static final Duration OPENING =
            Timers.DEFAULTS.doorQueries().getLast().plusSeconds(4).plus(SWEEP);

    /** Until an open door is abnormal. */
    static final Duration OPEN = Timers.DEFAULTS.abnormal().plus(SWEEP);

    /** Until missing weights are abnormal. */
    static final Duration WEIGHTS = Timers.DEFAULTS.postCloseWeights().plus(SWEEP);

    /** Until money is collected or refused; the platform is asked again after 5, 10, 20 … s. */
    static final Duration CAPTURE = Duration.ofMinutes(2);

    /** Consumers tell the broker every 5 s how far they are. */
    static final Duration CONSUMERS_TELL = Duration.ofSeconds(12);

    private Patience() {}
}
