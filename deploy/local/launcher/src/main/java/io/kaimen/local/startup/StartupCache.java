package io.kaimen.local.startup;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One program's AOT cache of the JDK: its classes read and linked beforehand, which halves the
 * processor time of a start (docs/benchmarks.md).
 *
 * <p>A program without one records while it runs; {@link RecordStartupCaches} ends the recording.
 * The JDK holds a cache against its class path itself and would start without it; the key beside it
 * makes such a program record again.
 */
public final class StartupCache {

    private final Path folder;
    private final String name;

    /**
     * @param home of the instance
     * @param name of the component
     */
    public StartupCache(Path home, String name) {
        this.folder = folder(home);
        this.name = name;
    }

    /**
     * Whether programs that have no cache record one from their next start on.
     *
     * @param home of the instance
     */
    public static void record(Path home, boolean wanted) throws IOException {
        if (wanted) {
            Files.createDirectories(folder(home));
            Files.writeString(wanted(home), "");
        } else {
            Files.deleteIfExists(wanted(home));
        }
    }

    private static Path wanted(Path home) {
        return folder(home).resolve("wanted");
    }

    /** Where an instance keeps them. */
    static Path folder(Path home) {
        return home.resolve("startup-caches");
    }

    /**
     * What the program's command line needs in front.
     *
     * @param line the rest of it
     * @param classPath jars only
     */
    public List<String> flags(List<String> line, List<Path> classPath) {
        try {
            var key = key(line, classPath);
            if (Files.exists(cache()) && Files.exists(keyFile()) && key.equals(read(keyFile()))) {
                return List.of("-XX:AOTCache=" + cache(), "-Xlog:aot=off");
            }
            Files.deleteIfExists(recording());
            if (!Files.exists(folder.resolve("wanted"))) {
                return List.of();
            }
            Files.deleteIfExists(recorded());
            Files.writeString(recording(), key);
            return List.of("-XX:AOTCacheOutput=" + recorded(), "-Xlog:aot=off");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder + ".", e);
        }
    }

    /** Whether the program that runs now was started to record. */
    boolean isRecording() {
        return Files.exists(recording());
    }

    /** Makes what was recorded the cache of the next start. */
    void keep() throws IOException {
        Files.move(recorded(), cache(), REPLACE_EXISTING);
        Files.move(recording(), keyFile(), REPLACE_EXISTING);
    }

    /** Size of the cache in bytes. */
    long size() throws IOException {
        return Files.size(cache());
    }

    private Path cache() {
        return folder.resolve(name + ".aot");
    }

    private Path keyFile() {
        return folder.resolve(name + ".key");
    }

    private Path recorded() {
        return folder.resolve(name + ".recorded");
    }

    private Path recording() {
        return folder.resolve(name + ".recording");
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** Changes with the JDK, the flags and the jars. */
    private static String key(List<String> line, List<Path> classPath) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = new StringBuilder(Runtime.version().toString()).append(line);
            for (var jar : classPath) {
                text.append('\n')
                        .append(jar)
                        .append(' ')
                        .append(Files.size(jar))
                        .append(' ')
                        .append(Files.getLastModifiedTime(jar).toMillis());
            }
            digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
