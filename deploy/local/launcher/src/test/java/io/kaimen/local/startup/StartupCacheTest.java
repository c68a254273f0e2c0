package io.kaimen.local.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupCacheTest {

    private static final List<String> LINE = List.of("-Xmx64m");

    @TempDir Path home;
    private Path jar;
    private StartupCache cache;

    @BeforeEach
    void aProgram() throws IOException {
        jar = Files.writeString(home.resolve("program.jar"), "classes");
        cache = new StartupCache(home, "edge");
    }

    @Test
    void recordsNothingUnlessAsked() {
        assertThat(cache.flags(LINE, List.of(jar))).isEmpty();
        assertThat(cache.isRecording()).isFalse();
    }

    @Test
    void usesWhatWasRecordedOnceNobodyAsksAnyMore() throws IOException {
        StartupCache.record(home, true);
        cache.flags(LINE, List.of(jar));
        recorded();
        StartupCache.record(home, false);
        assertThat(cache.flags(LINE, List.of(jar))).isNotEmpty();
        assertThat(cache.flags(List.of("-Xmx128m"), List.of(jar))).isEmpty();
    }

    @Test
    void recordsFirstAndUsesItThen() throws IOException {
        StartupCache.record(home, true);
        assertThat(recordedTo(cache.flags(LINE, List.of(jar)))).endsWith("edge.recorded");
        assertThat(cache.isRecording()).isTrue();

        recorded();
        assertThat(cache.isRecording()).isFalse();
        assertThat(cache.flags(LINE, List.of(jar)))
                .contains("-XX:AOTCache=" + StartupCache.folder(home).resolve("edge.aot"));
    }

    @Test
    void recordsAgainWhenAJarOrAFlagIsAnother() throws IOException {
        StartupCache.record(home, true);
        cache.flags(LINE, List.of(jar));
        recorded();
        assertThat(recordedTo(cache.flags(List.of("-Xmx128m"), List.of(jar)))).isNotEmpty();

        cache.flags(LINE, List.of(jar));
        recorded();
        Files.writeString(jar, "other classes");
        assertThat(recordedTo(cache.flags(LINE, List.of(jar)))).isNotEmpty();
    }

    @Test
    void aRecordingThatWasCutOffIsMadeAgain() throws IOException {
        StartupCache.record(home, true);
        cache.flags(LINE, List.of(jar));
        assertThat(recordedTo(cache.flags(LINE, List.of(jar)))).isNotEmpty();
    }

    private void recorded() throws IOException {
        Files.writeString(StartupCache.folder(home).resolve("edge.recorded"), "cache");
        cache.keep();
    }

    private static String recordedTo(List<String> flags) {
        return flags.stream()
                .filter(flag -> flag.startsWith("-XX:AOTCacheOutput="))
                .findFirst()
                .orElse("");
    }
}
