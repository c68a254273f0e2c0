package io.kaimen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersTest {

    @TempDir private Path home;

    private Process first;
    private Process second;

    @BeforeEach
    void startProcesses() throws IOException {
        first = new ProcessBuilder("sleep", "60").start();
        second = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void endProcesses() {
        first.destroyForcibly();
        second.destroyForcibly();
    }

    @Test
    void aStackForNobodyBelongsToNobody() {
        assertThat(new Owners(home, null).any()).isFalse();
    }

    @Test
    void waitsForTheOneItWasStartedForAndForThoseWhoJoined() throws IOException {
        var owners = new Owners(home, first.pid());
        Files.createDirectories(home.resolve("owners"));
        Files.writeString(home.resolve("owners/" + second.pid()), "");
        // A mark that a service's schema was emptied is no owner.
        Files.writeString(home.resolve("owners/" + first.pid() + "-order"), "");
        var waiting = Thread.ofVirtual().start(owners::awaitNone);

        first.destroyForcibly();
        await().until(() -> !first.isAlive());
        assertThat(owners.alive().map(ProcessHandle::pid)).contains(second.pid());
        assertThat(waiting.isAlive()).isTrue();

        second.destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> !waiting.isAlive());
        assertThat(owners.alive()).isEmpty();
    }
}
