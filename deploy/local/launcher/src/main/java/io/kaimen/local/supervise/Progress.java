package io.kaimen.local.supervise;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells the person who waits what happens. */
public final class Progress {

    private static final int NAME_WIDTH = 12;

    private final PrintStream out;
    private final long start = System.nanoTime();

    /** Writes whole lines to this stream. */
    public Progress(PrintStream out) {
        this.out = out;
    }

    /** A line of its own. */
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /** A line about a component. */
    public void say(String component, String what) {
        say(("%6s  %-" + NAME_WIDTH + "s %s").formatted(elapsed(), component, what));
    }

    /** Since this was made, as {@code 12.3}; in seconds. */
    public String elapsed() {
        return seconds(Duration.ofNanos(System.nanoTime() - start));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}
