package io.kaimen.local.rocketmq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What the process is told by its properties file.
 *
 * @param nameServerPort {@code name-server-port}
 * @param brokerPort {@code broker-port}; the broker also listens on the port two below
 * @param data {@code data}: folder for everything the servers keep
 * @param topics {@code topics}: names, comma separated, created before the first client connects
 * @param topicPrefixes {@code topic-prefixes}: every topic is created once more with each of these
 *     in front
 */
record Settings(
        int nameServerPort,
        int brokerPort,
        Path data,
        List<String> topics,
        List<String> topicPrefixes) {

    static Settings read(Path file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return new Settings(
                Integer.parseInt(required(properties, "name-server-port")),
                Integer.parseInt(required(properties, "broker-port")),
                Path.of(required(properties, "data")),
                list(properties.getProperty("topics", "")),
                list(properties.getProperty("topic-prefixes", "")));
    }

    /** The topics under their own names, then under each prefix. */
    List<String> allTopics() {
        return Stream.concat(Stream.of(""), topicPrefixes.stream())
                .flatMap(prefix -> topics.stream().map(prefix::concat))
                .toList();
    }

    /** Exists while every topic can be used; holds the process id. */
    Path readyFile() {
        return data.resolve("ready");
    }

    String nameServerAddress() {
        return "127.0.0.1:" + nameServerPort;
    }

    private static String required(Properties properties, String name) {
        var value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The setting " + name + " is missing.");
        }
        return value.strip();
    }

    private static List<String> list(String commaSeparated) {
        return Stream.of(commaSeparated.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
