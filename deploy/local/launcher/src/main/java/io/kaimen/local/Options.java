package io.kaimen.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code deploy/up} was asked for.
 *
 * @param home of the instance
 * @param portOffset added to every port without a number of its own
 * @param ports numbers by label
 * @param middlewareOnly without services
 * @param smoke whether to make a purchase once everything is healthy
 * @param detach return when everything is ready and leave it running
 * @param ownerPid stop when this process is gone
 * @param recordStartup record start-up caches once everything is ready
 * @param topicPrefixes see {@link io.kaimen.local.stack.Stack}
 */
record Options(
        Path home,
        int portOffset,
        Map<String, Integer> ports,
        boolean middlewareOnly,
        boolean smoke,
        boolean detach,
        @Nullable Long ownerPid,
        boolean recordStartup,
        List<String> topicPrefixes) {

    static final String USAGE =
            """
            deploy/up [option ...]     starts the stack and stays until Ctrl-C or deploy/down

              --home DIR               where it keeps everything (default deploy/run)
              --port-offset N          moves all ports by N (default KAIMEN_PORT_OFFSET or 0)
              --port NAME=N            moves one port; repeatable
              --only middleware        database, redis, rocketmq, seata and eureka, no services
              --no-smoke               makes no purchase once everything is healthy
              --detach                 returns when everything is ready and leaves it running
              --owner-pid PID          stops when that process, and all that joined, are gone
              --record-startup         records what makes later starts quicker (about 1.5 GB); each
                                       program stands still for some seconds meanwhile
              --topic-prefixes A,B     creates every topic once more with each of these in front
              --help                   prints this\
            """;

    /** Raised for an option that makes no sense; the message is for a person. */
    static final class Misused extends Exception {
        private static final long serialVersionUID = 1L;

        Misused(String message) {
            super(message);
        }
    }

    /**
     * Reads the command line.
     *
     * @param root of the repository, for the default home
     */
    static Options parse(Path root, Map<String, String> environment, String... arguments)
            throws Misused {
        var left = new ArrayDeque<>(List.of(arguments));
        Path home = root.resolve("deploy/run");
        int offset =
                number("KAIMEN_PORT_OFFSET", environment.getOrDefault("KAIMEN_PORT_OFFSET", "0"));
        var ports = new TreeMap<String, Integer>();
        boolean middlewareOnly = false;
        boolean smoke = true;
        boolean detach = false;
        Long owner = null;
        boolean recordStartup = false;
        var prefixes = new ArrayList<String>();
        while (!left.isEmpty()) {
            var option = left.removeFirst();
            switch (option) {
                case "--home" -> home = Path.of(value(option, left));
                case "--port-offset" -> offset = number(option, value(option, left));
                case "--port" -> port(value(option, left), ports);
                case "--only" -> middlewareOnly = only(value(option, left));
                case "--no-smoke" -> smoke = false;
                case "--detach" -> detach = true;
                case "--owner-pid" -> owner = (long) number(option, value(option, left));
                case "--record-startup" -> recordStartup = true;
                case "--topic-prefixes" -> prefixes.addAll(List.of(value(option, left).split(",")));
                default -> throw new Misused("There is no option " + option + ".");
            }
        }
        return new Options(
                home, offset, ports, middlewareOnly, smoke, detach, owner, recordStartup, prefixes);
    }

    private static boolean only(String what) throws Misused {
        if (!what.equals("middleware")) {
            throw new Misused("--only knows middleware, not " + what + ".");
        }
        return true;
    }

    private static void port(String assignment, Map<String, Integer> ports) throws Misused {
        var parts = assignment.split("=", 2);
        if (parts.length != 2) {
            throw new Misused("--port wants NAME=N, not " + assignment + ".");
        }
        ports.put(parts[0], number("--port " + parts[0], parts[1]));
    }

    private static String value(String option, Deque<String> left) throws Misused {
        if (left.isEmpty()) {
            throw new Misused(option + " wants a value.");
        }
        return left.removeFirst();
    }

    private static int number(String what, String text) throws Misused {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Misused(what + " wants a number, not " + text + ".");
        }
    }
}
