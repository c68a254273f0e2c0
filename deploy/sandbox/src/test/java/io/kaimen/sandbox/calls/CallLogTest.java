package io.kaimen.sandbox.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.sandbox.SandboxProperties;
import io.kaimen.sandbox.SandboxProperties.Mode;
import io.kaimen.sandbox.SettingsFixtures;
import io.kaimen.sandbox.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CallLogTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir Path home;
    private SandboxProperties settings;

    @BeforeEach
    void keepTwo() {
        settings = SettingsFixtures.settings(home, 2, Mode.BOTH);
    }

    @Test
    void keepsTheOrdersCalledAboutLast() throws IOException {
        try (Journal journal = new Journal(settings, MAPPER)) {
            CallLog log = new CallLog(journal, settings);
            log.add(call("1", "A"));
            log.add(call("2", "B"));
            log.add(call("3", "A"));
            log.add(call("4", "C"));

            assertThat(log.of("A")).extracting(Call::requestId).containsExactly("1", "3");
            assertThat(log.of("B")).isEmpty();
            assertThat(log.of("C")).extracting(Call::requestId).containsExactly("4");
        }
        try (Journal journal = new Journal(settings, MAPPER)) {
            CallLog log = new CallLog(journal, settings);
            assertThat(log.of("A")).extracting(Call::requestId).containsExactly("1", "3");
            assertThat(log.of("B")).isEmpty();
        }
        assertThat(Files.readAllLines(home.resolve("data/journal.jsonl"))).hasSize(3);
    }

    @Test
    void keepsTheLatestCallsOfOneOrder() {
        try (Journal journal = new Journal(settings, MAPPER)) {
            CallLog log = new CallLog(journal, settings);
            for (int i = 0; i < 205; i++) {
                log.add(call("r" + i, "A"));
            }

            assertThat(log.of("A"))
                    .hasSize(200)
                    .first()
                    .extracting(Call::requestId)
                    .isEqualTo("r5");
        }
    }

    @Test
    void keepsNothingOfCallsThatNameNoOrder() throws IOException {
        try (Journal journal = new Journal(settings, MAPPER)) {
            new CallLog(journal, settings).add(call("1", ""));
        }
        assertThat(home.resolve("data/journal.jsonl")).isEmptyFile();
    }

    private static Call call(String requestId, String outOrderNo) {
        return new Call(
                requestId,
                outOrderNo,
                Operation.QUERY,
                Instant.parse("2026-11-20T02:00:00Z"),
                "",
                200,
                "{}",
                3,
                List.of());
    }
}
