package io.kaimen.simulator.cabinet;

import static io.kaimen.simulator.cabinet.CabinetBench.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kaimen.simulator.cabinet.VisitPlan.Goods;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Scales that do not say what lies on them. Lane 2 holds five units of 100 g, lane 1 is sound. */
class ScaleFaultTest {

    private final CabinetBench bench;

    ScaleFaultTest(@TempDir Path folder) {
        this.bench = new CabinetBench(folder);
    }

    /** Two units are taken; the weights of lane 2 from a second and a half after the close. */
    private List<JsonNode> readingsAfterwards() {
        bench.cabinet.visit(1, CabinetBench.plan(List.of(new Goods(2, 2)), null));
        bench.open("c-1", 1, SERVER + 60_000);
        bench.pass(4_000);
        assertThat(bench.line.events()).contains("closed");
        bench.line.forget();
        bench.pass(5_000);
        assertThat(bench.line.last("weights").at("/lanes/0/s").asInt()).isEqualTo(1);
        return bench.line.all("weights").stream().map(weights -> weights.at("/lanes/1")).toList();
    }

    private static double spread(List<JsonNode> readings) {
        DoubleStream grams = readings.stream().mapToDouble(reading -> reading.path("g").asDouble());
        var summary = grams.summaryStatistics();
        return summary.getMax() - summary.getMin();
    }

    @Test
    void aRestlessScaleNeverCallsItselfStable() {
        bench.fault("[{\"fault\":\"restless\",\"lane\":2,\"flag\":0}]");
        List<JsonNode> readings = readingsAfterwards();
        assertThat(readings).hasSizeGreaterThan(10);
        assertThat(readings).allMatch(reading -> reading.path("s").asInt() == 0);
        assertThat(spread(readings)).isGreaterThan(30);
    }

    @Test
    void aRestlessScaleCallsItselfStableWhileItMoves() {
        bench.fault("[{\"fault\":\"restless\",\"lane\":2,\"flag\":1,\"swingGrams\":80}]");
        List<JsonNode> readings = readingsAfterwards();
        assertThat(readings).allMatch(reading -> reading.path("s").asInt() == 1);
        assertThat(spread(readings)).isGreaterThan(80);
    }

    @Test
    void onlyTheFlagMayBeStuck() {
        bench.fault("[{\"fault\":\"restless\",\"lane\":2,\"flag\":0,\"swingGrams\":0}]");
        List<JsonNode> readings = readingsAfterwards();
        assertThat(readings).allMatch(reading -> reading.path("s").asInt() == 0);
        assertThat(spread(readings)).isLessThan(5);
    }

    @Test
    void aDeadScaleReadsNothingAndIsSureOfIt() {
        bench.fault("[{\"fault\":\"dead-scale\",\"lane\":2}]");
        assertThat(readingsAfterwards())
                .allMatch(reading -> reading.path("g").asDouble() == 0)
                .allMatch(reading -> reading.path("s").asInt() == 1);
        assertThat(bench.cabinet.view().doors().getFirst().lanes().get(1).grams())
                .as("the truth")
                .isCloseTo(300, within(5.0));
    }

    @Test
    void aStuckScaleGoesOnReadingWhatItRead() {
        bench.fault("[{\"fault\":\"stuck-scale\",\"lane\":2,\"seconds\":20}]");
        List<JsonNode> readings = readingsAfterwards();
        assertThat(readings).allMatch(reading -> reading.path("s").asInt() == 1);
        assertThat(spread(readings)).isZero();
        assertThat(readings.getFirst().path("g").asDouble()).isCloseTo(500, within(5.0));
        bench.pass(25_000);
        assertThat(bench.line.last("heartbeat").at("/doors/0/lanes/1/g").asDouble())
                .as("over")
                .isCloseTo(300, within(5.0));
    }

    @Test
    void withoutALaneItIsEveryScale() {
        bench.fault("[{\"fault\":\"dead-scale\"}]");
        bench.pass(30_000);
        for (JsonNode door : bench.line.last("heartbeat").path("doors")) {
            for (JsonNode lane : door.path("lanes")) {
                assertThat(lane.path("g").asDouble()).isZero();
            }
        }
    }
}
