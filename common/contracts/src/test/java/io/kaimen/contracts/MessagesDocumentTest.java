package io.kaimen.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MessagesDocumentTest {

    @Test
    void docsMessagesSaysWhatTheContractsSay() throws IOException {
        Path module = Path.of("").toAbsolutePath();
        Path page = module.resolve("../../docs/messages.md").normalize();
        String text = new MessagesDocument(module).text();
        if (Boolean.getBoolean("kaimen.docs.write")) {
            Files.writeString(page, text);
        }
        assertThat(Files.readString(page)).isEqualTo(text);
    }
}
