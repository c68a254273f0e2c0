package io.kaimen.simulator;

import io.kaimen.simulator.fault.Wanted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the simulator is started.
 *
 * @param bind address of the control server: {@code --bind}, or the system property
 *     kaimen.simulator.bind; 127.0.0.1
 * @param port of the control server: {@code --port}, kaimen.simulator.port; 18095
 * @param data folder of the cabinets' files: {@code --data}, kaimen.simulator.data; data/simulator
 *     in the working directory
 * @param faults what is wrong with each cabinet from its start, a JSON list: {@code --faults},
 *     kaimen.simulator.faults; nothing
 */
record Options(String bind, int port, Path data, List<Wanted> faults) {

    static final String USAGE =
            "usage: simulator [--bind ADDRESS] [--port N] [--data FOLDER] [--faults JSON]";

    /**
     * Reads arguments first, then properties.
     *
     * @throws IllegalArgumentException when an argument is unknown, has no value or cannot be read
     */
    static Options of(String[] arguments, Function<String, @Nullable String> properties) {
        Map<String, String> given = new TreeMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!name.matches("--(bind|port|data|faults)") || i + 1 == arguments.length) {
                throw new IllegalArgumentException(USAGE);
            }
            given.put(name.substring(2), arguments[i + 1]);
        }
        Function<String, @Nullable String> value =
                name -> {
                    String argument = given.get(name);
                    return argument != null
                            ? argument
                            : properties.apply("kaimen.simulator." + name);
                };
        return new Options(
                or(value.apply("bind"), "127.0.0.1"),
                port(or(value.apply("port"), "18095")),
                Path.of(or(value.apply("data"), "data/simulator")),
                Wanted.list(or(value.apply("faults"), "[]").getBytes(StandardCharsets.UTF_8)));
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(USAGE, e);
        }
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
