package io.kaimen.local.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecretsTest {

    @TempDir private Path folder;

    @Test
    void staysTheSame() {
        var first = new Secrets(folder).get(Secret.REDIS);

        assertThat(new Secrets(folder).get(Secret.REDIS)).isEqualTo(first);
    }

    @Test
    void everySecretIsAnother() {
        var secrets = new Secrets(folder);
        var values = new HashSet<String>();
        for (var secret : Secret.values()) {
            values.add(secrets.get(secret));
        }

        assertThat(values).hasSize(Secret.values().length);
    }

    @Test
    void onlyTheOwnerCanReadIt() throws IOException {
        var secrets = new Secrets(folder.resolve("secrets"));
        secrets.get(Secret.TOKEN);

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(secrets.file(Secret.TOKEN))))
                .isEqualTo("rw-------");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    @Test
    void theTokenKeyHas32Bytes() {
        assertThat(Base64.getDecoder().decode(new Secrets(folder).get(Secret.TOKEN))).hasSize(32);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TOKEN")
    void fitsIntoStatementsAndSettingsUnquoted(Secret secret) {
        assertThat(new Secrets(folder).get(secret)).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void aSecretThatAPersonPutThereIsKept() throws IOException {
        Files.writeString(folder.resolve("administrator"), "chosen\n");

        assertThat(new Secrets(folder).get(Secret.ADMINISTRATOR)).isEqualTo("chosen");
    }
}
