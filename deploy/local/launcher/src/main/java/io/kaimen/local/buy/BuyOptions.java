package io.kaimen.local.buy;

import io.kaimen.local.shop.Demo;
import io.kaimen.local.shop.Take;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code deploy/buy} was asked for.
 *
 * @param home of the instance; null for the default
 * @param sn the cabinet
 * @param door of the cabinet
 * @param takes what to take; empty to take nothing, null for one of each of the door's first lanes
 * @param shopper openid
 * @param json print the result for programs instead of a timeline for people
 * @param timeout from scan to the end
 */
record BuyOptions(
        @Nullable Path home,
        String sn,
        int door,
        @Nullable List<Take> takes,
        String shopper,
        boolean json,
        Duration timeout) {

    static final String USAGE =
            """
            deploy/buy [option ...]    makes one purchase against a running stack

              --home DIR               of the instance (default deploy/run)
              --cabinet SN             which virtual cabinet, set up if need be (default DEMO-1)
              --door N                 which of its doors: 1 has lanes 1-3, 2 has lanes 4-6 (default 1)
              --take LANE=COUNT        what to take; repeatable (default: one each of two lanes)
              --take nothing           opens and closes the door, takes nothing
              --shopper OPENID         who buys (default o-demo-shopper)
              --platform wechat        who vouches and collects
              --json                   the result for programs
              --timeout S              how long it may last from the scan on (default 60)
              --help                   prints this

            Ends with 0 when the order is SETTLED and PAID, 3 when it is SETTLED with NOTHING_DUE
            (nothing taken), 1 when it ended otherwise or not in time, 2 when asked for something
            that makes no sense, 4 when no stack is running.\
            """;

    private static final Pattern TAKE = Pattern.compile("(\\d{1,4})=(\\d{1,4})");
    private static final Pattern SN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
    private static final Pattern OPENID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /** Raised for what makes no sense; the message is for a person. */
    static final class Misused extends Exception {
        private static final long serialVersionUID = 1L;

        Misused(String message) {
            super(message);
        }
    }

    /** Reads the command line. */
    static BuyOptions parse(String... arguments) throws Misused {
        var left = new ArrayDeque<>(List.of(arguments));
        Path home = null;
        String sn = Demo.SN;
        int door = 1;
        List<Take> takes = null;
        String shopper = Demo.SHOPPER;
        boolean json = false;
        int seconds = 60;
        while (!left.isEmpty()) {
            var option = left.removeFirst();
            switch (option) {
                case "--home" -> home = Path.of(value(option, left));
                case "--cabinet" -> sn = matching(SN, option, value(option, left));
                case "--door" -> door = positive(option, value(option, left));
                case "--take" -> takes = taking(takes, value(option, left));
                case "--shopper" -> shopper = matching(OPENID, option, value(option, left));
                case "--platform" -> requireSpoken(value(option, left));
                case "--json" -> json = true;
                case "--timeout" -> seconds = positive(option, value(option, left));
                default -> throw new Misused("There is no option " + option + ".");
            }
        }
        return new BuyOptions(home, sn, door, takes, shopper, json, Duration.ofSeconds(seconds));
    }

    private static List<Take> taking(@Nullable List<Take> sofar, String text) throws Misused {
        var takes = new ArrayList<Take>(sofar == null ? List.of() : sofar);
        if (text.equals("nothing")) {
            if (!takes.isEmpty()) {
                throw new Misused("--take nothing goes with no other --take.");
            }
            return takes;
        }
        var matcher = TAKE.matcher(text);
        if (!matcher.matches()) {
            throw new Misused("--take wants LANE=COUNT, as in 1=2, or nothing; not " + text + ".");
        }
        var take = new Take(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        if (take.count() == 0) {
            throw new Misused("--take %s takes nothing; say --take nothing.".formatted(text));
        }
        if (sofar != null && sofar.isEmpty()) {
            throw new Misused("--take nothing goes with no other --take.");
        }
        if (takes.stream().anyMatch(other -> other.lane() == take.lane())) {
            throw new Misused("Lane %d is taken from twice.".formatted(take.lane()));
        }
        takes.add(take);
        return takes;
    }

    private static void requireSpoken(String platform) throws Misused {
        switch (platform) {
            case "wechat" -> {
                // The one there is.
            }
            case "alipay" -> throw new Misused("--platform alipay is not supported yet.");
            default ->
                    throw new Misused("--platform wants wechat or alipay, not " + platform + ".");
        }
    }

    private static String matching(Pattern pattern, String option, String text) throws Misused {
        if (!pattern.matcher(text).matches()) {
            throw new Misused(
                    "%s wants letters, digits, hyphens and underscores, not %s."
                            .formatted(option, text));
        }
        return text;
    }

    private static int positive(String option, String text) throws Misused {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException no) {
            // Said below.
        }
        throw new Misused(option + " wants a number above 0, not " + text + ".");
    }

    private static String value(String option, Deque<String> left) throws Misused {
        if (left.isEmpty()) {
            throw new Misused(option + " wants a value.");
        }
        return left.removeFirst();
    }
}
