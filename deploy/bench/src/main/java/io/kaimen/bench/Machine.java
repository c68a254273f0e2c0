package io.kaimen.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a benchmark runs on. */
public final class Machine {

    private Machine() {}

    /** Processors, memory, load and JDK, in one line. */
    public static String inOneLine() {
        return String.format(
                Locale.ROOT,
                "%d × %s, %d GiB, %s, load %.1f, JDK %s",
                Runtime.getRuntime().availableProcessors(),
                field(Path.of("/proc/cpuinfo"), "model name", "processor"),
                memory() >> 20,
                System.getProperty("os.name"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version());
    }

    private static long memory() {
        var total = field(Path.of("/proc/meminfo"), "MemTotal", "0").replaceAll("\\D", "");
        return total.isEmpty() ? 0 : Long.parseLong(total);
    }

    private static String field(Path file, String name, String otherwise) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException notLinux) {
            return otherwise;
        }
    }
}
