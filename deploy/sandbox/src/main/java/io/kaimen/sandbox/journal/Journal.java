package io.kaimen.sandbox.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kaimen.sandbox.SandboxProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform's memory: one line per change, written before the change is answered.
 *
 * <p>A line holds all entries of one change, so a killed sandbox has made a change wholly or not at
 * all. Lines reach the operating system but are not forced to the disk: they survive the end of the
 * process, not of the machine.
 */
@Component
public final class Journal implements AutoCloseable {

    private final JsonMapper mapper;
    private final Map<String, Map<String, JsonNode>> remembered;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final FileChannel lines;

    /** Opens the journal of the configured data folder. */
    @Autowired
    public Journal(SandboxProperties properties, JsonMapper mapper) {
        this(properties.dataDir(), mapper);
    }

    /**
     * Opens or creates the journal in a folder and rewrites it with only the last entry of each
     * key.
     *
     * @throws IllegalStateException when another sandbox has it open
     */
    public Journal(Path folder, JsonMapper mapper) {
        this.mapper = mapper;
        try {
            Files.createDirectories(folder);
            lockFile = open(folder.resolve("journal.lock"));
            lock = lock(folder);
            Path file = folder.resolve("journal.jsonl");
            remembered = new JournalReader(mapper).read(file);
            compact(file);
            lines = open(file);
            lines.position(lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException("The journal in " + folder + " cannot be opened", e);
        }
    }

    /** Hands out what was remembered of a kind, oldest first; a kind is handed out once. */
    public synchronized <T> List<T> restore(String kind, Class<T> type) {
        Map<String, JsonNode> values = remembered.remove(kind);
        return values == null
                ? List.of()
                : values.values().stream().map(value -> mapper.treeToValue(value, type)).toList();
    }

    /** Remembers entries, all or none. */
    public void append(List<JournalEntry> entries) {
        ByteBuffer line =
                ByteBuffer.wrap((mapper.writeValueAsString(entries) + "\n").getBytes(UTF_8));
        synchronized (this) {
            try {
                write(line);
            } catch (IOException e) {
                throw new UncheckedIOException("The journal cannot be written", e);
            }
        }
    }

    private void write(ByteBuffer line) throws IOException {
        long start = lines.position();
        try {
            while (line.hasRemaining()) {
                lines.write(line);
            }
        } catch (IOException e) {
            // A full disk must not leave half a line for the next one to be glued to.
            lines.truncate(start);
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        try (lockFile;
                lines) {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be closed", e);
        }
    }

    private FileLock lock(Path folder) throws IOException {
        try {
            FileLock acquired = lockFile.tryLock();
            if (acquired != null) {
                return acquired;
            }
        } catch (OverlappingFileLockException e) {
            // The same answer as for another process: held by a sandbox in this one.
        }
        lockFile.close();
        throw new IllegalStateException("Another sandbox is using the data folder " + folder);
    }

    private void compact(Path file) throws IOException {
        Path rewritten = file.resolveSibling("journal.new");
        try (var writer = Files.newBufferedWriter(rewritten)) {
            for (var kind : remembered.entrySet()) {
                for (var value : kind.getValue().entrySet()) {
                    var entry = new JournalEntry(kind.getKey(), value.getKey(), value.getValue());
                    writer.write(mapper.writeValueAsString(List.of(entry)));
                    writer.write('\n');
                }
            }
        }
        Files.move(
                rewritten,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
