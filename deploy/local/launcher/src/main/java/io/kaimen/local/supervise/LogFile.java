package io.kaimen.local.supervise;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A component's log: one file per start of the stack, with the one before kept. */
public final class LogFile {

    private static final int TAIL_BYTES = 32 * 1024;

    private final Path path;

    /** The file need not exist. */
    public LogFile(Path path) {
        this.path = path;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Puts the log of the last start aside. */
    public void rotate() throws IOException {
        if (Files.exists(path)) {
            var previous =
                    path.resolveSibling(
                            path.getFileName().toString().replaceFirst("\\.log$", ".previous.log"));
            Files.move(path, previous, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Its last lines, fewer when there are fewer, none when it cannot be read. */
    public List<String> lastLines(int count) {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var from = Math.max(0, file.length() - TAIL_BYTES);
            var bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
