package io.kaimen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.bench.Outcome.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeTest {

    @Test
    void aMissedGoalIsTheExitCode() {
        assertThat(with(Target.atMost("p99", 25, "ms", 25)).exitCode()).isZero();
        assertThat(with(Target.atMost("p99", 25, "ms", 25.1)).exitCode()).isEqualTo(1);
        assertThat(with(Target.atLeast("rate", 0.6, "× the floor's", 0.6)).exitCode()).isZero();
        assertThat(with(Target.atLeast("rate", 0.6, "× the floor's", 0.5)).exitCode()).isEqualTo(1);
        assertThat(with(Target.atLeast("rate", 0.6, "× the floor's", 0.5)).verdict())
                .containsExactly("missed  rate: 0.5 (at least 0.6 × the floor's)");
    }

    @Test
    void programsReadNamesAndGoals(@TempDir Path folder) throws IOException {
        var file = folder.resolve("outcome.json");
        with(Target.atMost("p99", 25, "ms", 12)).keep(file);
        assertThat(Files.readString(file))
                .contains("\"name\" : \"storm\"", "\"a_ms\" : 3", "\"goal\" : \"at most 25.0 ms\"")
                .contains("\"measured\" : 12.0", "\"holds\" : true");
    }

    private static Outcome with(Target target) {
        return new Outcome("storm", "a machine", Map.of("a_ms", 3), List.of(target));
    }
}
