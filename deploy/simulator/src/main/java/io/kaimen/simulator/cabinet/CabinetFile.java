package io.kaimen.simulator.cabinet;

import io.kaimen.simulator.cabinet.Memory.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** A cabinet's memory in a file only its owner can read: it holds the credential. */
final class CabinetFile {

    private static final Logger log = LoggerFactory.getLogger(CabinetFile.class);

    private final Path path;

    CabinetFile(Path path) {
        this.path = path;
    }

    /** What is kept; null when nothing is, or nothing this version understands. */
    @Nullable Kept read() {
        try {
            return Files.exists(path)
                    ? Messages.MAPPER.readValue(Files.readAllBytes(path), Kept.class)
                    : null;
        } catch (JacksonException e) {
            log.warn("{} is not a cabinet's memory: {}", path, e.getMessage());
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** Replaces the file as a whole, so that a crash leaves the old or the new one. */
    void write(Kept memory) {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, Messages.json(memory));
            Files.move(
                    fresh,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}
