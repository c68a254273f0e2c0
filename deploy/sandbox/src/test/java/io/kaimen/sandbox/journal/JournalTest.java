package io.kaimen.sandbox.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class JournalTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir Path folder;

    @Test
    void remembersTheLastEntryOfEachKeyInTheOrderOfWriting() {
        try (Journal journal = new Journal(folder, MAPPER)) {
            journal.append(List.of(entry("a", "1"), entry("b", "1")));
            journal.append(List.of(entry("a", "2")));
        }

        try (Journal journal = new Journal(folder, MAPPER)) {
            assertThat(restored(journal, "thing")).containsExactly("b1", "a2");
            assertThat(restored(journal, "other")).isEmpty();
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
            assertThat(restored(journal, "thing")).containsExactly("a9");
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
                assertThat(restored(journal, "thing"))
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

    @Test
    void forgetsWhatItIsToldToForget() throws IOException {
        try (Journal journal = new Journal(folder, MAPPER)) {
            journal.append(List.of(entry("a", "1"), entry("b", "1")));
            journal.append(List.of(JournalEntry.forgotten("thing", "a")));
        }

        try (Journal journal = new Journal(folder, MAPPER)) {
            assertThat(restored(journal, "thing")).containsExactly("b1");
        }
        assertThat(Files.readAllLines(folder.resolve("journal.jsonl"))).hasSize(1);
    }

    @Test
    void readsAgainWhatItHasWrittenOrRestored() {
        String large = "大".repeat(10_000);
        try (Journal journal = new Journal(folder, MAPPER)) {
            long first = journal.append(List.of(entry("a", "1"), entry("b", large)));
            long second = journal.append(List.of(entry("a", "2")));

            assertThat(journal.read(first, "thing", "b", String.class)).isEqualTo("b" + large);
            assertThat(journal.read(second, "thing", "a", String.class)).isEqualTo("a2");
        }
        try (Journal journal = new Journal(folder, MAPPER)) {
            journal.restore(
                    "thing",
                    String.class,
                    thing ->
                            assertThat(
                                            journal.read(
                                                    thing.position(),
                                                    "thing",
                                                    thing.value().substring(0, 1),
                                                    String.class))
                                    .isEqualTo(thing.value()));
            assertThat(restored(journal, "thing")).hasSize(2);
        }
    }

    private static List<String> restored(Journal journal, String kind) {
        List<String> values = new ArrayList<>();
        journal.restore(kind, String.class, thing -> values.add(thing.value()));
        return values;
    }

    private static JournalEntry entry(String key, String suffix) {
        return new JournalEntry("thing", key, key + suffix);
    }
}
