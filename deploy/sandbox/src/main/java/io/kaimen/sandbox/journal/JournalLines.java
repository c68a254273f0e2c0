package io.kaimen.sandbox.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a journal's lines one by one, all but a last one that was never finished. */
final class JournalLines {

    private static final Logger log = LoggerFactory.getLogger(JournalLines.class);

    private final JsonMapper mapper;

    JournalLines(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Takes one line's entries. */
    interface Reader {
        void read(int number, JsonNode entries) throws IOException;
    }

    void forEach(Path file, Reader reader) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        // Not Files.newBufferedReader: it throws on a character that was cut in half at the end.
        try (var lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            int number = 1;
            @Nullable String line = lines.readLine();
            while (line != null) {
                @Nullable String next = lines.readLine();
                JsonNode entries = parse(line, number, next == null, file);
                if (entries != null) {
                    reader.read(number, entries);
                }
                line = next;
                number++;
            }
        }
    }

    private @Nullable JsonNode parse(String line, int number, boolean last, Path file)
            throws IOException {
        try {
            return mapper.readTree(line);
        } catch (JacksonException e) {
            if (!last) {
                throw new IOException(file + " is damaged in line " + number, e);
            }
            // The process died while writing it, so nobody was answered on its strength.
            log.warn("Dropping the unfinished last line {} of {}", number, file);
            return null;
        }
    }
}
