package io.kaimen.local.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckOptionsTest {

    @Test
    void looksForTwentySecondsUnlessToldOtherwise() throws Exception {
        assertThat(CheckOptions.parse())
                .isEqualTo(new CheckOptions(null, false, Duration.ofSeconds(20)));
        assertThat(CheckOptions.parse("--settle-for", "0", "--json", "--home", "there"))
                .isEqualTo(new CheckOptions(Path.of("there"), true, Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--settle-for", "--settle-for -1", "--settle-for soon", "--mend"})
    void refusesWhatMakesNoSense(String line) {
        assertThatThrownBy(() -> CheckOptions.parse(line.split(" ")))
                .isInstanceOf(CheckOptions.Misused.class);
    }
}
