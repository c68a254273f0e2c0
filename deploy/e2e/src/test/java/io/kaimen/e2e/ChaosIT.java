package io.kaimen.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.e2e.Script.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A short run of deploy/chaos; long ones are for people. */
class ChaosIT {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Stack stack = Stack.get();

    @Test
    void everyPurchaseEndsWellWhateverDies(@TempDir Path folder) throws IOException {
        Path json = folder.resolve("chaos.json");
        Result result =
                Script.run(
                        LIMIT,
                        "chaos",
                        "--home",
                        Stack.HOME.toString(),
                        "--minutes",
                        "2",
                        "--seed",
                        "20",
                        "--cabinets",
                        "6",
                        "--json",
                        json.toString());
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        JsonNode report = Stack.JSON.readTree(Files.readString(json));
        assertThat(report.path("holds").asBoolean()).isTrue();
        assertThat(report.path("lines").size()).as("faults, and none").isGreaterThan(2);
        assertThat(report.path("lines").valueStream().mapToInt(line -> line.path("paid").asInt()))
                .anyMatch(paid -> paid > 0);
        stack.assertEverythingFits();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Result result = Script.run(Duration.ofMinutes(1), "chaos", "--minutes", "none");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("--minutes wants 1 to");
    }
}
