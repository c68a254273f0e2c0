package io.kaimen.local.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code deploy/chaos} was asked for.
 *
 * @param home of the instance; null for the default
 * @param time for which faults strike
 * @param seed of faults and shoppers
 * @param cabinets how many are bought at
 * @param only strikes faults alone whose name holds this; empty for all
 * @param settleFor how long is waited in the end until everything fits
 * @param json where to write the report for programs; null: nowhere
 */
record ChaosOptions(
        @Nullable Path home,
        Duration time,
        long seed,
        int cabinets,
        String only,
        Duration settleFor,
        @Nullable Path json) {

    static final String USAGE =
            """
            deploy/chaos [option ...]  makes purchases on many virtual cabinets while it kills (kill -9), pauses
                                       (SIGSTOP) and restarts components of a running stack

              --home DIR               of the instance (default deploy/run)
              --minutes N              for which faults strike (default 5)
              --seed S                 the same faults in the same order, the same shoppers (default: any)
              --cabinets N             how many are bought at (default 12)
              --only TEXT              strikes only faults whose name holds this, as "pause" or "redis"
              --settle-for SECONDS     waits in the end until everything fits, or so long (default 240)
              --json FILE              writes the report for programs as well
              --help                   prints this

            Never against a stack that others use. Prints a table: fault, stage of the purchase that was struck,
            orders and how they ended, doors opened per command, what deploy/check says. Ends with 0 when every
            purchase ended well and every rule holds, 1 when not, 2 when asked for something that makes no sense,
            4 when the stack is not running, 5 when it could not go on, as when a component did not come back.\
            """;

    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_CABINETS = 200;
    private static final int MOST_SECONDS = 3_600;

    /** Raised for what makes no sense; the message is for a person. */
    static final class Misused extends Exception {
        private static final long serialVersionUID = 1L;

        Misused(String message) {
            super(message);
        }
    }

    /** Reads the command line. */
    static ChaosOptions parse(String... arguments) throws Misused {
        var left = new ArrayDeque<>(List.of(arguments));
        Path home = null;
        Path json = null;
        long minutes = 5;
        long seed = RandomGenerator.getDefault().nextInt(1, 1_000_000);
        long cabinets = 12;
        long settle = 240;
        String only = "";
        while (!left.isEmpty()) {
            var option = left.removeFirst();
            switch (option) {
                case "--home" -> home = Path.of(value(option, left));
                case "--json" -> json = Path.of(value(option, left));
                case "--minutes" -> minutes = number(option, left, 1, MOST_MINUTES);
                case "--seed" -> seed = number(option, left, 0, Integer.MAX_VALUE);
                case "--cabinets" -> cabinets = number(option, left, 1, MOST_CABINETS);
                case "--only" -> only = faults(value(option, left));
                case "--settle-for" -> settle = number(option, left, 0, MOST_SECONDS);
                default -> throw new Misused("There is no option " + option + ".");
            }
        }
        return new ChaosOptions(
                home,
                Duration.ofMinutes(minutes),
                seed,
                (int) cabinets,
                only,
                Duration.ofSeconds(settle),
                json);
    }

    private static String faults(String text) throws Misused {
        var known = Target.all(Set.copyOf(Target.COMPONENTS));
        if (known.stream().noneMatch(target -> target.label().contains(text))) {
            throw new Misused(
                    "No fault is named %s; there are %s."
                            .formatted(
                                    text,
                                    known.stream()
                                            .map(Target::label)
                                            .collect(Collectors.joining(", "))));
        }
        return text;
    }

    private static long number(String option, Deque<String> left, long least, long most)
            throws Misused {
        var text = value(option, left);
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException no) {
            // Said below.
        }
        throw new Misused("%s wants %d to %d, not %s.".formatted(option, least, most, text));
    }

    private static String value(String option, Deque<String> left) throws Misused {
        if (left.isEmpty()) {
            throw new Misused(option + " wants a value.");
        }
        return left.removeFirst();
    }
}
