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
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
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
    private final Path file;
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
        this.file = folder.resolve("journal.jsonl");
        try {
            Files.createDirectories(folder);
            lockFile = open(folder.resolve("journal.lock"));
            lock = lock(folder);
            new JournalCompactor(mapper).compact(file);
            lines = open(file);
            lines.position(lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException("The journal in " + folder + " cannot be opened", e);
        }
    }

    /** A remembered thing and the position at which it can be read again. */
    public record Remembered<T>(T value, long position) {}

    /** Hands out what was remembered of a kind at the start, in the order of writing. */
    public <T> void restore(String kind, Class<T> type, Consumer<Remembered<T>> each) {
        // Compacted lines have one entry each and begin with its kind; others need no parsing.
        String beginning = "[{\"kind\":" + mapper.writeValueAsString(kind) + ",";
        try (var reader = Files.newBufferedReader(file)) {
            long position = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(beginning)) {
                    JsonNode value = mapper.readTree(line).get(0).path("value");
                    each.accept(new Remembered<>(mapper.treeToValue(value, type), position));
                }
                position += line.getBytes(UTF_8).length + 1;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be read", e);
        }
    }

    /** Remembers entries, all or none; returns the position at which each can be read again. */
    public long append(List<JournalEntry> entries) {
        ByteBuffer line =
                ByteBuffer.wrap((mapper.writeValueAsString(entries) + "\n").getBytes(UTF_8));
        synchronized (this) {
            try {
                return write(line);
            } catch (IOException e) {
                throw new UncheckedIOException("The journal cannot be written", e);
            }
        }
    }

    /** Reads a thing again at a position this journal has given for it. */
    public <T> T read(long position, String kind, String key, Class<T> type) {
        try {
            for (JsonNode entry : mapper.readTree(line(position))) {
                if (entry.path("kind").asString().equals(kind)
                        && entry.path("key").asString().equals(key)) {
                    return mapper.treeToValue(entry.path("value"), type);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be read", e);
        }
        throw new IllegalStateException("No " + kind + " " + key + " at " + position);
    }

    private long write(ByteBuffer line) throws IOException {
        long start = lines.position();
        try {
            while (line.hasRemaining()) {
                lines.write(line);
            }
            return start;
        } catch (IOException e) {
            // A full disk must not leave half a line for the next one to be glued to.
            lines.truncate(start);
            throw e;
        }
    }

    private byte[] line(long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        while (true) {
            int read = lines.read(buffer, position + buffer.position());
            for (int i = 0; i < buffer.position(); i++) {
                if (buffer.get(i) == '\n') {
                    return Arrays.copyOf(buffer.array(), i);
                }
            }
            if (read < 0) {
                throw new IOException("No line at " + position);
            }
            if (!buffer.hasRemaining()) {
                buffer = ByteBuffer.allocate(2 * buffer.capacity()).put(buffer.flip());
            }
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

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
