package io.kaimen.local.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.OptionalLong;

/** What processes take of the machine's memory. */
public final class Memory {

    private static final String LINE = "Pss:";

    private Memory() {}

    /**
     * Bytes in memory, what processes share divided among them (Linux' proportional set size);
     * empty when the system does not tell of one of them.
     */
    public static OptionalLong of(Collection<Long> processes) {
        long kibibytes = 0;
        for (long pid : processes) {
            try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "smaps_rollup"))) {
                kibibytes +=
                        lines.filter(line -> line.startsWith(LINE))
                                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                                .sum();
            } catch (IOException | UncheckedIOException gone) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(kibibytes << 10);
    }
}
