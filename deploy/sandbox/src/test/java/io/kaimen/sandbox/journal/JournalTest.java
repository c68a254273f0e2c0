package io.kaimen.sandbox.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class JournalTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir Path folder;

    @Test
    void remembersTheLastEntryOfEachKeyInTheOrderOfTheFirst() {
        try (Journal journal = new Journal(folder, MAPPER)) {
            journal.append(List.of(entry("a", "1"), entry("b", "1")));
            journal.append(List.of(entry("a", "2")));
        }

        try (Journal journal = new Journal(folder, MAPPER)) {
            assertThat(journal.restore("thing", String.class)).containsExactly("a2", "b1");
            assertThat(journal.restore("other", String.class)).isEmpty();
        }
    }

    @Test
    void keepsOnlyTheLastEntriesWhenItIsOpenedAgain() throws IOException {
        try (Journal journal = new Journal(folder, MAPPER)) {
            for (int i = 0; i < 10; i++) {
                journal.append(List.of(entry("a", String.valueOf(i))));
            }
        }

        new Journal(folder, MAPPER).close();

        assertThat(Files.readAllLines(folder.resolve("journal.jsonl"))).hasSize(1);
        try (Journal journal = new Journal(folder, MAPPER)) {
            assertThat(journal.restore("thing", String.class)).containsExactly("a9");
        }
    }

    @Test
    void forgetsALineThatWasNeverFinished() throws IOException {
        try (Journal journal = new Journal(folder, MAPPER)) {
            journal.append(List.of(entry("货", "柜")));
        }
        Path file = folder.resolve("journal.jsonl");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, whole, StandardOpenOption.APPEND);

        for (int cut = 2; cut < whole.length; cut += 7) {
            byte[] torn = new byte[2 * whole.length - cut];
            System.arraycopy(whole, 0, torn, 0, whole.length);
            System.arraycopy(whole, 0, torn, whole.length, whole.length - cut);
            Files.write(file, torn);
            try (Journal journal = new Journal(folder, MAPPER)) {
                journal.append(List.of(entry("后", "来")));
            }
            try (Journal journal = new Journal(folder, MAPPER)) {
                assertThat(journal.restore("thing", String.class))
                        .as("cut by " + cut)
                        .containsExactly("货柜", "后来");
            }
        }
    }

    @Test
    void refusesAFileThatIsDamagedInTheMiddle() throws IOException {
        Files.writeString(
                folder.resolve("journal.jsonl"),
                "[{\"kind\":\"thing\",\n[{\"kind\":\"thing\",\"key\":\"a\",\"value\":\"a\"}]\n");

        assertThatThrownBy(() -> new Journal(folder, MAPPER))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("damaged in line 1");
    }

    @Test
    void isOpenOnlyOnce() {
        try (Journal journal = new Journal(folder, MAPPER)) {
            assertThatThrownBy(() -> new Journal(folder, MAPPER))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another sandbox");
            journal.append(List.of(entry("a", "1")));
        }
        new Journal(folder, MAPPER).close();
    }

    private static JournalEntry entry(String key, String suffix) {
        return new JournalEntry("thing", key, key + suffix);
    }
}
