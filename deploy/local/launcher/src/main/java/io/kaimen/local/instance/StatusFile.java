package io.kaimen.local.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file {@code instance.json} in the home of an instance. */
public final class StatusFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    /** The file need not exist. */
    public StatusFile(Path home) {
        file = home.resolve("instance.json");
    }

    /** What was written last, if anything. */
    public Optional<Status> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), Status.class))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException("Cannot read " + file + ".", e);
        }
    }

    /** Replaces it in one step. */
    public void write(Status status) {
        try {
            PrivateFiles.write(file, JSON.writeValueAsString(status) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ".", e);
        }
    }
}
