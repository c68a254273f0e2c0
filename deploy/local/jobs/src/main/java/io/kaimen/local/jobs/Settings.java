package io.kaimen.local.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * What the triggers are told: {@code schedule.properties} of this module, then the file given at
 * the start.
 *
 * @param port {@code port}: where executors register
 * @param accessToken {@code access-token}: what executors and triggers prove themselves with
 * @param schedules {@code schedule.<executor>.<handler>}, in seconds
 */
record Settings(int port, String accessToken, List<Schedule> schedules) {

    static Settings read(Path file) throws IOException {
        var properties = new Properties();
        try (var schedule = Settings.class.getResourceAsStream("/schedule.properties")) {
            properties.load(schedule);
        }
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return new Settings(
                Integer.parseInt(required(properties, "port")),
                required(properties, "access-token"),
                Schedule.from(properties));
    }

    private static String required(Properties properties, String name) {
        var value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The setting " + name + " is missing.");
        }
        return value.strip();
    }

    @Override
    public String toString() {
        return "port " + port + ", " + schedules;
    }
}
