package io.kaimen.sandbox.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a journal back: the last entry of each kind and key, in the order of their first. */
final class JournalReader {

    private static final Logger log = LoggerFactory.getLogger(JournalReader.class);

    private final JsonMapper mapper;

    JournalReader(JsonMapper mapper) {
        this.mapper = mapper;
    }

    Map<String, Map<String, JsonNode>> read(Path file) throws IOException {
        Map<String, Map<String, JsonNode>> kinds = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return kinds;
        }
        // Not Files.newBufferedReader: it throws on a character that was cut in half at the end.
        try (var reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            int number = 1;
            @Nullable String line = reader.readLine();
            while (line != null) {
                @Nullable String next = reader.readLine();
                try {
                    remember(mapper.readTree(line), kinds);
                } catch (JacksonException e) {
                    if (next != null) {
                        throw new IOException(file + " is damaged in line " + number, e);
                    }
                    // The process died while writing it, so nobody was answered on its strength.
                    log.warn("Dropping the unfinished last line {} of {}", number, file);
                }
                line = next;
                number++;
            }
        }
        return kinds;
    }

    private static void remember(JsonNode entries, Map<String, Map<String, JsonNode>> kinds) {
        for (JsonNode entry : entries) {
            kinds.computeIfAbsent(entry.path("kind").asString(), kind -> new LinkedHashMap<>())
                    .put(entry.path("key").asString(), entry.path("value"));
        }
    }
}
