package io.kaimen.local.rocketmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir private Path folder;

    @Test
    void repeatsEveryTopicUnderEachPrefix() throws IOException {
        var settings = read("topics=door-opened, door-closed\ntopic-prefixes=it-order-,it-comm-");

        assertThat(settings.allTopics())
                .containsExactly(
                        "door-opened",
                        "door-closed",
                        "it-order-door-opened",
                        "it-order-door-closed",
                        "it-comm-door-opened",
                        "it-comm-door-closed");
    }

    @Test
    void namesTheMissingSetting() throws IOException {
        var file = Files.writeString(folder.resolve("settings"), "broker-port=2\ndata=d");

        assertThatThrownBy(() -> Settings.read(file)).hasMessageContaining("name-server-port");
    }

    private Settings read(String lists) throws IOException {
        var file = folder.resolve("settings");
        Files.writeString(file, "name-server-port=1\nbroker-port=2\ndata=d\n" + lists);
        return Settings.read(file);
    }
}
