package io.kaimen.local.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * A file that remembers a started process, so that a later supervisor recognises it.
 *
 * @param component whose process it is
 * @param pid its number
 * @param startedAt when it started; with the number it names a process until the machine restarts
 * @param program the executable it runs
 */
record ProcessRecord(String component, long pid, Instant startedAt, String program) {

    private static final String SUFFIX = ".process";
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    static ProcessRecord of(String component, Process process, String program) {
        var startedAt = process.info().startInstant().orElse(Instant.EPOCH);
        return new ProcessRecord(component, process.pid(), startedAt, program);
    }

    static Optional<ProcessRecord> read(Path file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
            return Optional.of(
                    new ProcessRecord(
                            file.getFileName().toString().replace(SUFFIX, ""),
                            Long.parseLong(properties.getProperty("pid")),
                            Instant.parse(properties.getProperty("startedAt")),
                            properties.getProperty("program")));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    void write(Path folder) throws IOException {
        Files.writeString(
                fileIn(folder),
                "pid=%d%nstartedAt=%s%nprogram=%s%n".formatted(pid, startedAt, program));
    }

    void delete(Path folder) throws IOException {
        Files.deleteIfExists(fileIn(folder));
    }

    static boolean isOne(Path file) {
        return file.getFileName().toString().endsWith(SUFFIX);
    }

    /** The process, if it is this one that still has the number. */
    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process ->
                        process.info().startInstant().filter(this::isItsStart).isPresent())
                .filter(process -> process.info().command().equals(Optional.of(program)));
    }

    /** The system derives the time from its clock, which may have been set meanwhile. */
    private boolean isItsStart(Instant instant) {
        return Duration.between(instant, startedAt).abs().compareTo(CLOCK_TOLERANCE) <= 0;
    }

    private Path fileIn(Path folder) {
        return folder.resolve(component + SUFFIX);
    }
}
