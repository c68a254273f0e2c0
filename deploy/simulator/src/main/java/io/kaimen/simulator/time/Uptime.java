package io.kaimen.simulator.time;

/**
 * A cabinet's monotonic clock and its timers. All of a cabinet runs on one thread, one task after
 * the other.
 */
public interface Uptime {

    /** Milliseconds since the boot. */
    long millis();

    /** Runs a task as soon as may be; callable from any thread. */
    void run(Runnable task);

    /** Runs a task once, later. */
    Timer after(long millis, Runnable task);

    /** Something that has not happened yet. */
    interface Timer {

        /** It will not happen; nothing when it has. */
        void cancel();
    }
}
