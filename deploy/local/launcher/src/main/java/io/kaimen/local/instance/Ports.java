package io.kaimen.local.instance;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The number of every port of one instance. */
public final class Ports {

    private static final int HIGHEST = 65_535;

    private final Map<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = Map.copyOf(numbers);
    }

    /**
     * All ports moved by the offset, except those given a number of their own.
     *
     * @throws IllegalArgumentException when a port is unknown, out of range or given to two
     */
    public static Ports of(int offset, Map<String, Integer> byLabel) {
        var numbers = new TreeMap<Port, Integer>();
        for (var port : Port.values()) {
            numbers.put(port, port.number() + offset);
        }
        byLabel.forEach((label, number) -> numbers.put(named(label), number));
        numbers.forEach(Ports::requireInRange);
        requireDistinct(numbers);
        return new Ports(numbers);
    }

    /** Where this port is. */
    public int get(Port port) {
        return numbers.getOrDefault(port, port.number());
    }

    /** Every port's label and number, sorted by label. */
    public Map<String, Integer> byLabel() {
        return numbers.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                entry -> entry.getKey().label(),
                                Map.Entry::getValue,
                                (one, other) -> one,
                                TreeMap::new));
    }

    private static Port named(String label) {
        return Port.labelled(label)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There is no port named "
                                        + label
                                        + "; there are "
                                        + Arrays.stream(Port.values())
                                                .map(Port::label)
                                                .collect(Collectors.joining(", "))
                                        + "."));
    }

    private static void requireInRange(Port port, int number) {
        if (number < 1 || number > HIGHEST) {
            throw new IllegalArgumentException(
                    "Port " + number + " of " + port.label() + " is outside 1 to " + HIGHEST + ".");
        }
    }

    private static void requireDistinct(Map<Port, Integer> numbers) {
        var owners = new TreeMap<Integer, Port>();
        numbers.forEach((port, number) -> {
            var other = owners.putIfAbsent(number, port);
            if (other != null) {
                throw new IllegalArgumentException(
                        "Port "
                                + number
                                + " is given to both "
                                + other.label()
                                + " and "
                                + port.label()
                                + ".");
            }
        });
    }
}
