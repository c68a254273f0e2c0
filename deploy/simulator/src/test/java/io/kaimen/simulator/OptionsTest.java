package io.kaimen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void argumentsComeBeforePropertiesAndPropertiesBeforeDefaults() {
        assertThat(
                        Options.of(
                                new String[] {"--port", "7"},
                                Map.of(
                                                "kaimen.simulator.port", "8",
                                                "kaimen.simulator.data", "there")
                                        ::get))
                .isEqualTo(new Options("127.0.0.1", 7, Path.of("there"), List.of()));
    }

    @Test
    void takesTheFaultsOfAllCabinets() {
        String faults = "[{\"fault\":\"doubled\",\"seconds\":60}]";
        assertThat(Options.of(new String[] {"--faults", faults}, name -> null).faults()).hasSize(1);
        assertThat(
                        Options.of(new String[0], Map.of("kaimen.simulator.faults", faults)::get)
                                .faults())
                .hasSize(1);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (String[] arguments :
                new String[][] {
                    {"--port"}, {"--what", "1"}, {"--port", "one"}, {"7"}, {"--faults", "[{}]"}
                }) {
            assertThatThrownBy(() -> Options.of(arguments, name -> null))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
