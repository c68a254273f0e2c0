package io.kaimen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a benchmark measured.
 *
 * @param name of the benchmark
 * @param machine on which, in one line
 * @param metrics numbers by name, each name with its unit
 * @param targets what was asked of them
 */
public record Outcome(
        String name, String machine, Map<String, Object> metrics, List<Target> targets) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * A goal.
     *
     * @param name of what is asked
     * @param goal in words, such as {@code at most 25 ms}
     * @param measured what came out, in the goal's unit
     * @param holds whether it is met
     */
    public record Target(String name, String goal, double measured, boolean holds) {

        /** A number that must not be larger. */
        public static Target atMost(String name, double limit, String unit, double measured) {
            return new Target(
                    name, "at most %s %s".formatted(limit, unit), measured, measured <= limit);
        }

        /** A number that must not be smaller. */
        public static Target atLeast(String name, double limit, String unit, double measured) {
            return new Target(
                    name, "at least %s %s".formatted(limit, unit), measured, measured >= limit);
        }
    }

    /** 0 when every goal is met, else 1. */
    public int exitCode() {
        return targets.stream().allMatch(Target::holds) ? 0 : 1;
    }

    /** The goals as lines for a person. */
    public List<String> verdict() {
        return targets.stream()
                .map(target ->
                        "%s  %s: %s (%s)"
                                .formatted(
                                        target.holds() ? "met   " : "missed",
                                        target.name(),
                                        target.measured(),
                                        target.goal()))
                .toList();
    }

    /** Writes it for programs, when a file was named. */
    public void keep(@Nullable Path file) throws IOException {
        if (file != null) {
            Files.writeString(file, JSON.writeValueAsString(this) + "\n");
        }
    }
}
