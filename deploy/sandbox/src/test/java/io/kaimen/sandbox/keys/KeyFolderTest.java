package io.kaimen.sandbox.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

    @TempDir Path home;

    @Test
    void writesWhatTheMerchantNeeds() throws IOException {
        KeyTemplate.copyTo(home.resolve("all keys"));
        new KeyFolder(home.resolve("all keys")).publish("http://127.0.0.1:18090");

        Properties written = WechatProperties.read(home.resolve("all keys/wechat.properties"));
        assertThat(written.stringPropertyNames())
                .containsExactlyInAnyOrder(
                        "kaimen.wechat.base-url",
                        "kaimen.wechat.mini-program-base-url",
                        "kaimen.wechat.mch-id",
                        "kaimen.wechat.app-id",
                        "kaimen.wechat.app-secret",
                        "kaimen.wechat.service-id",
                        "kaimen.wechat.merchant-serial",
                        "kaimen.wechat.merchant-private-key-file",
                        "kaimen.wechat.platform-public-key-id",
                        "kaimen.wechat.platform-public-key-file",
                        "kaimen.wechat.api-v3-key",
                        "kaimen.wechat.api-v2-key");
        assertThat(written.getProperty("kaimen.wechat.api-v3-key")).hasSize(32);
        assertThat(written.getProperty("kaimen.wechat.service-id")).matches("\\d{32}");
        assertThat(Path.of(written.getProperty("kaimen.wechat.merchant-private-key-file")))
                .isAbsolute()
                .isRegularFile();
        assertThat(Path.of(written.getProperty("kaimen.wechat.platform-public-key-file")))
                .isAbsolute()
                .isRegularFile();
    }

    @Test
    void keepsEverythingFromOthers() throws IOException {
        Path folder = Files.createDirectory(home.resolve("keys"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        new KeyFolder(folder).publish("http://127.0.0.1:1");

        assertThat(permissions(folder)).isEqualTo("rwx------");
        try (var files = Files.list(folder)) {
            assertThat(files.toList())
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void keepsTheMerchantAndChangesOnlyTheAddress() throws IOException, GeneralSecurityException {
        Path folder = home.resolve("keys");
        KeyTemplate.copyTo(folder);
        KeyFolder first = new KeyFolder(folder);
        KeyRing keys = first.keyRing();
        first.publish("http://127.0.0.1:1");
        Properties before = WechatProperties.read(folder.resolve("wechat.properties"));

        KeyFolder second = new KeyFolder(folder);
        second.publish("http://127.0.0.1:2");

        Properties after = WechatProperties.read(folder.resolve("wechat.properties"));
        assertThat(second.keyRing()).isEqualTo(keys);
        assertThat(after.getProperty("kaimen.wechat.base-url")).isEqualTo("http://127.0.0.1:2");
        before.remove("kaimen.wechat.base-url");
        before.remove("kaimen.wechat.mini-program-base-url");
        assertThat(after).containsAllEntriesOf(before);
    }

    @Test
    void startsOverWhenTheFirstStartDidNotGetToTheEnd() throws IOException {
        Path folder = home.resolve("keys");
        KeyTemplate.copyTo(folder);
        Files.delete(folder.resolve("wechat.properties"));
        String abandoned = Files.readString(folder.resolve("merchant-private-key.pem"));

        new KeyFolder(folder).publish("http://127.0.0.1:1");

        assertThat(folder.resolve("wechat.properties")).exists();
        assertThat(folder.resolve("merchant-private-key.pem")).content().isNotEqualTo(abandoned);
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
