package io.kaimen.local.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceOptionsTest {

    @Test
    void takesTheOrderWhereverItStands() throws Exception {
        assertThat(TraceOptions.parse("--json", "K1", "--home", "/tmp/x"))
                .isEqualTo(new TraceOptions("K1", Path.of("/tmp/x"), true));
        assertThat(TraceOptions.parse("K1")).isEqualTo(new TraceOptions("K1", null, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K1 K2", "K1 --home", "K1 --nonsense", "K1/../login", "K?1"})
    void refusesWhatMakesNoSense(String line) {
        assertThatThrownBy(
                        () -> TraceOptions.parse(line.isEmpty() ? new String[0] : line.split(" ")))
                .isInstanceOf(TraceOptions.Misused.class);
    }
}
