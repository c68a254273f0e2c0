package io.kaimen.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The processes a stack is kept running for: the one it was started for, and those that joined
 * later by putting a file named after their process id into {@code owners}.
 */
final class Owners {

    private final Path folder;
    private final @Nullable Long first;

    Owners(Path home, @Nullable Long first) {
        this.folder = home.resolve("owners");
        this.first = first;
    }

    /** Whether the stack belongs to anyone; otherwise it stays until it is stopped. */
    boolean any() {
        return first != null;
    }

    /** Returns when none of them lives any more. */
    void awaitNone() {
        for (var alive = alive(); alive.isPresent(); alive = alive()) {
            alive.get().onExit().join();
        }
    }

    /** One that still lives. */
    Optional<ProcessHandle> alive() {
        return Stream.concat(Stream.ofNullable(first), joined().stream())
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .filter(ProcessHandle::isAlive)
                .findFirst();
    }

    private List<Long> joined() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d+"))
                    .map(Long::valueOf)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
