package io.kaimen.sandbox.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rewrites a journal with the last entry of each key, a line each, and without the forgotten. */
final class JournalCompactor {

    private final JsonMapper mapper;
    private final JournalLines lines;

    JournalCompactor(JsonMapper mapper) {
        this.mapper = mapper;
        this.lines = new JournalLines(mapper);
    }

    private record Identity(String kind, String key) {
        static Identity of(JsonNode entry) {
            return new Identity(entry.path("kind").asString(), entry.path("key").asString());
        }
    }

    void compact(Path file) throws IOException {
        // Two passes, because only the identities fit into memory, not what they stand for.
        Map<Identity, Integer> lastLines = new HashMap<>();
        lines.forEach(
                file,
                (number, entries) ->
                        entries.forEach(entry -> lastLines.put(Identity.of(entry), number)));
        Path rewritten = file.resolveSibling("journal.new");
        try (BufferedWriter writer = Files.newBufferedWriter(rewritten)) {
            lines.forEach(file, (number, entries) -> writeLast(entries, number, lastLines, writer));
        }
        Files.move(
                rewritten,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void writeLast(
            JsonNode entries, int number, Map<Identity, Integer> lastLines, BufferedWriter writer)
            throws IOException {
        for (JsonNode entry : entries) {
            boolean last = Objects.equals(lastLines.get(Identity.of(entry)), number);
            if (last && entry.hasNonNull("value")) {
                writer.write(mapper.writeValueAsString(List.of(entry)));
                writer.write('\n');
            }
        }
    }
}
