package io.kaimen.local.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A handler and how often it runs.
 *
 * @param jobId its number, unlike that of any other
 * @param executor name under which services that have the handler register
 * @param handler its name there
 * @param every from the start of one run to the start of the next
 */
record Schedule(int jobId, String executor, String handler, Duration every) {

    private static final String KEY = "schedule.";

    /** All entries {@code schedule.<executor>.<handler>=<seconds>}, in the order of their names. */
    static List<Schedule> from(Properties properties) {
        var schedules = new ArrayList<Schedule>();
        for (var name : properties.stringPropertyNames().stream().sorted().toList()) {
            if (name.startsWith(KEY)) {
                var parts = name.substring(KEY.length()).split("\\.", -1);
                if (parts.length != 2) {
                    throw new IllegalArgumentException(
                            name + " is not schedule.<executor>.<handler>.");
                }
                schedules.add(
                        new Schedule(
                                schedules.size() + 1,
                                parts[0],
                                parts[1],
                                seconds(name, properties.getProperty(name))));
            }
        }
        return List.copyOf(schedules);
    }

    /** As in messages. */
    String name() {
        return executor + "/" + handler;
    }

    private static Duration seconds(String name, String value) {
        try {
            var seconds = Long.parseLong(value.strip());
            if (seconds > 0) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a number of seconds: " + value, e);
        }
        throw new IllegalArgumentException(name + " must be positive.");
    }
}
