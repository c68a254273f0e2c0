package io.kaimen.sandbox.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One merchant for all tests of a JVM that do not care which: making keys takes seconds. */
public final class KeyTemplate {

    private static final Path TEMPLATE = generate();

    private KeyTemplate() {}

    /** Fills a folder that does not exist yet with everything a first start leaves behind. */
    public static void copyTo(Path folder) {
        if (Files.exists(folder)) {
            return;
        }
        try (var files = Files.list(TEMPLATE)) {
            Files.createDirectories(folder);
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path generate() {
        try {
            Path folder = Files.createTempDirectory("keys");
            folder.toFile().deleteOnExit();
            new KeyFolder(folder).publish("http://127.0.0.1:1");
            try (var files = Files.list(folder)) {
                files.forEach(file -> file.toFile().deleteOnExit());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
