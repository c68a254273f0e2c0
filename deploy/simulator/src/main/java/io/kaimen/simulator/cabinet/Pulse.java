package io.kaimen.simulator.cabinet;

/** The cabinet's monotonic clock and its timer; tests turn it by hand. */
public interface Pulse {

    /** Milliseconds since some fixed moment; never goes back. */
    long millis();

    /** Runs the work once, not before the delay has passed. */
    void after(long delayMillis, Runnable work);
}
