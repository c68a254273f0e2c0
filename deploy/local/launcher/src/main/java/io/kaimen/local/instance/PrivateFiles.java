package io.kaimen.local.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files that hold secrets: only their owner may read them, and nobody sees half of one. */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    /** Creates the folder and what is missing above it; an existing one becomes private. */
    public static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, FOLDER);
    }

    /** Replaces the file in one step. */
    public static void write(Path file, String content) throws IOException {
        var draft =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        file.getFileName() + ".",
                        ".draft",
                        PosixFilePermissions.asFileAttribute(FILE));
        Files.writeString(draft, content);
        Files.move(
                draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
