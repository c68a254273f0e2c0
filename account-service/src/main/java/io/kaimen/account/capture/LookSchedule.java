package io.kaimen.account.capture;

import java.time.Duration;

/**
 * How long to wait before a platform is asked again.
 *
 * @param first after the first ask; doubles with each further one
 * @param longest bound of the doubling
 */
record LookSchedule(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    /**
     * @param ask number of the ask just made, from 1
     */
    Duration after(int ask) {
        Duration wait = first.multipliedBy(1L << Math.min(ask - 1, MOST_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
