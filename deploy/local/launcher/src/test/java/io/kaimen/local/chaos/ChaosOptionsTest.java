package io.kaimen.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kaimen.local.chaos.ChaosOptions.Misused;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChaosOptionsTest {

    @Test
    void readsWhatItIsTold() throws Misused {
        var wanted =
                ChaosOptions.parse(
                        "--minutes", "20", "--seed", "7", "--cabinets", "3", "--only", "redis");
        assertThat(wanted.time()).isEqualTo(Duration.ofMinutes(20));
        assertThat(wanted.seed()).isEqualTo(7);
        assertThat(wanted.cabinets()).isEqualTo(3);
        assertThat(wanted.only()).isEqualTo("redis");
    }

    @Test
    void drawsASeedWhenNoneIsTold() throws Misused {
        assertThat(ChaosOptions.parse().seed()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--minutes 0",
                "--minutes x",
                "--cabinets 201",
                "--seed",
                "--what",
                "--only rain"
            })
    void refusesWhatMakesNoSense(String arguments) {
        assertThatExceptionOfType(Misused.class)
                .isThrownBy(() -> ChaosOptions.parse(arguments.split(" ")));
    }
}
