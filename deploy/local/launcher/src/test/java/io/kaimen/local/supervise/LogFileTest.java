package io.kaimen.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir private Path folder;

    @Test
    void showsTheLastLines() throws IOException {
        var log =
                log(
                        IntStream.rangeClosed(1, 5000)
                                .mapToObj(i -> "line " + i)
                                .collect(Collectors.joining("\n")));

        assertThat(log.lastLines(2)).containsExactly("line 4999", "line 5000");
    }

    @Test
    void showsAllOfAShortOne() throws IOException {
        assertThat(log("only\n").lastLines(20)).containsExactly("only");
    }

    @Test
    void showsNothingOfOneThatIsNotThere() {
        assertThat(new LogFile(folder.resolve("order.log")).lastLines(20)).isEmpty();
    }

    @Test
    void keepsTheOneOfTheLastStart() throws IOException {
        var log = log("before\n");

        log.rotate();
        Files.writeString(log.path(), "now\n");
        log.rotate();

        assertThat(log.path()).doesNotExist();
        assertThat(folder.resolve("order.previous.log")).hasContent("now\n");
    }

    private LogFile log(String content) throws IOException {
        return new LogFile(Files.writeString(folder.resolve("order.log"), content));
    }
}
