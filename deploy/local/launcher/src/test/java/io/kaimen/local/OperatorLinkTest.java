package io.kaimen.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Ports;
import io.kaimen.local.instance.Secret;
import io.kaimen.local.supervise.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorLinkTest {

    @TempDir private Path folder;
    private Instance instance;

    @BeforeEach
    void createInstance() {
        instance = Instance.create(folder, folder.resolve("run"), Ports.of(0, Map.of()));
    }

    @Test
    void keepsThePasswordInThePartOfTheAddressThatIsNeverSent() {
        var password = instance.secrets().get(Secret.ADMINISTRATOR);

        var link = URI.create(OperatorLink.of(instance));

        assertThat(link.getFragment()).isEqualTo("operator=admin:" + password);
        assertThat(link.getPath()).isEqualTo("/pages/start/");
        assertThat(link.getQuery()).isNull();
    }

    @Test
    void saysNothingWhereNobodySitsAtATerminal() throws Exception {
        var start = folder.resolve("deploy/web/dist/start/index.html");
        Files.createDirectories(start.getParent());
        Files.createFile(start);
        var said = new ByteArrayOutputStream();

        OperatorLink.say(instance, new Progress(new PrintStream(said)));

        assertThat(said.toString()).isEmpty();
    }

    @Test
    void isInNothingThatIsWritten() {
        var password = instance.secrets().get(Secret.ADMINISTRATOR);

        assertThat(Summary.of(instance, false, "1.0", "2.0 GB")).doesNotContain(password);
        assertThat(Summary.initialStatus(instance, false).toString()).doesNotContain(password);
    }
}
