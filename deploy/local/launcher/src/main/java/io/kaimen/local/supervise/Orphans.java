package io.kaimen.local.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes left running by a supervisor that could not stop them. */
public final class Orphans {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final Path processes;

    /** Looks at the process files in this folder; call it only while no supervisor uses it. */
    public Orphans(Path processes) {
        this.processes = processes;
    }

    /** Stops them all; answers a line about each for the person who waits. */
    public List<String> stop() throws IOException, InterruptedException {
        if (!Files.isDirectory(processes)) {
            return List.of();
        }
        var files = files();
        var orphans =
                files.stream()
                        .flatMap(file -> ProcessRecord.read(file).stream())
                        .flatMap(record ->
                                record
                                        .alive()
                                        .map(process -> new Orphan(record.component(), process))
                                        .stream())
                        .toList();
        orphans.forEach(orphan -> orphan.process().destroy());
        for (var orphan : orphans) {
            orphan.awaitEnd();
        }
        for (var file : files) {
            Files.deleteIfExists(file);
        }
        return orphans.stream()
                .map(orphan ->
                        "%s (process %d) was still running without its supervisor; stopped it"
                                .formatted(orphan.component(), orphan.process().pid()))
                .toList();
    }

    private List<Path> files() throws IOException {
        try (var entries = Files.list(processes)) {
            return entries.filter(ProcessRecord::isOne).sorted().toList();
        }
    }

    private record Orphan(String component, ProcessHandle process) {

        void awaitEnd() throws InterruptedException {
            try {
                process.onExit().get(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException stubborn) {
                process.destroyForcibly();
                process.onExit().join();
            }
        }
    }
}
