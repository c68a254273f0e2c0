package io.kaimen.local.trace;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code deploy/trace} was asked for.
 *
 * @param orderNo whose story
 * @param home of the instance; null for the default
 * @param json print the answer for programs instead of a page for people
 */
record TraceOptions(String orderNo, @Nullable Path home, boolean json) {

    static final String USAGE =
            """
            deploy/trace ORDER [option ...]   tells everything a running stack knows of one order

              --home DIR               of the instance (default deploy/run)
              --json                   as GET /admin/orders/ORDER/trace answers
              --help                   prints this

            One timeline across all services, the cabinet's MQTT events and the payment platform, in
            milliseconds from the scan; the lanes before and after, their weights as they moved. Weights
            are kept for a week. Ends with 0, 3 when a service did not answer and its part is missing, 1
            when there is no such order or it could not be read, 2 when asked for something that makes no
            sense, 4 when no stack is running.\
            """;

    private static final Pattern ORDER = Pattern.compile("[0-9A-Za-z_-]{1,32}");

    /** Raised for what makes no sense; the message is for a person. */
    static final class Misused extends Exception {
        private static final long serialVersionUID = 1L;

        Misused(String message) {
            super(message);
        }
    }

    /** Reads the command line. */
    static TraceOptions parse(String... arguments) throws Misused {
        var left = new ArrayDeque<>(List.of(arguments));
        String orderNo = null;
        Path home = null;
        boolean json = false;
        while (!left.isEmpty()) {
            var argument = left.removeFirst();
            if (argument.equals("--home")) {
                home = Path.of(value(argument, left));
            } else if (argument.equals("--json")) {
                json = true;
            } else if (argument.startsWith("-")) {
                throw new Misused("There is no option " + argument + ".");
            } else if (orderNo != null) {
                throw new Misused("One order at a time: " + orderNo + " or " + argument + ".");
            } else {
                orderNo = checked(argument);
            }
        }
        if (orderNo == null) {
            throw new Misused("Which order?");
        }
        return new TraceOptions(orderNo, home, json);
    }

    private static String checked(String orderNo) throws Misused {
        if (!ORDER.matcher(orderNo).matches()) {
            throw new Misused(
                    "An order number is 1 to 32 letters, digits, hyphens and underscores, not %s."
                            .formatted(orderNo));
        }
        return orderNo;
    }

    private static String value(String option, Deque<String> left) throws Misused {
        if (left.isEmpty()) {
            throw new Misused(option + " wants a value.");
        }
        return left.removeFirst();
    }
}
