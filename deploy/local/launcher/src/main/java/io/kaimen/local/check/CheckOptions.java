package io.kaimen.local.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code deploy/check} was asked for.
 *
 * @param home of the instance; null for the default
 * @param json print the verdict for programs
 * @param settleFor how long to look again while something does not fit
 */
record CheckOptions(@Nullable Path home, boolean json, Duration settleFor) {

    static final String USAGE =
            """
            deploy/check [option ...]  says rule by rule whether a running stack's data fit together

              --home DIR               of the instance (default deploy/run)
              --settle-for SECONDS     looks again until everything fits, or so long (default 20)
              --json                   the verdict for programs
              --help                   prints this

            It only reads: all schemas, the door locks, the broker and the sandbox. What is younger than
            its timers allow is running and no error. Ends with 0 when every rule holds, 1 when one does
            not, 2 when asked for something that makes no sense, 4 when the stack is not running, 5 when this
            program itself fails.\
            """;

    private static final long LONGEST = Duration.ofDays(1).toSeconds();

    /** Raised for what makes no sense; the message is for a person. */
    static final class Misused extends Exception {
        private static final long serialVersionUID = 1L;

        Misused(String message) {
            super(message);
        }
    }

    /** Reads the command line. */
    static CheckOptions parse(String... arguments) throws Misused {
        var left = new ArrayDeque<>(List.of(arguments));
        Path home = null;
        boolean json = false;
        var settleFor = Duration.ofSeconds(20);
        while (!left.isEmpty()) {
            var option = left.removeFirst();
            switch (option) {
                case "--home" -> home = Path.of(value(option, left));
                case "--json" -> json = true;
                case "--settle-for" -> settleFor = seconds(option, value(option, left));
                default -> throw new Misused("There is no option " + option + ".");
            }
        }
        return new CheckOptions(home, json, settleFor);
    }

    private static Duration seconds(String option, String text) throws Misused {
        try {
            long seconds = Long.parseLong(text);
            if (seconds >= 0 && seconds <= LONGEST) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException no) {
            // Said below.
        }
        throw new Misused("%s wants seconds, 0 to %d, not %s.".formatted(option, LONGEST, text));
    }

    private static String value(String option, Deque<String> left) throws Misused {
        if (left.isEmpty()) {
            throw new Misused(option + " wants a value.");
        }
        return left.removeFirst();
    }
}
