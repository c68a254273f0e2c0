package io.kaimen.simulator.cabinet;

import static io.kaimen.simulator.cabinet.CabinetBench.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kaimen.simulator.cabinet.Visit.State;
import io.kaimen.simulator.cabinet.VisitPlan.Goods;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a cabinet does by itself, and when somebody comes. */
class VirtualCabinetTest {

    private final CabinetBench bench;

    VirtualCabinetTest(@TempDir Path folder) {
        this.bench = new CabinetBench(folder);
    }

    @Test
    void reportsItselfAndBeatsOnceConnected() {
        JsonNode report = bench.line.last("report");
        assertThat(report.path("firmware").asString()).isNotBlank();
        assertThat(report.path("doors")).hasSize(2);
        JsonNode lane = report.at("/doors/0/lanes/0");
        assertThat(lane.path("g").asDouble()).isCloseTo(8 * 355, within(20.0));
        assertThat(lane.path("s").asInt()).isEqualTo(1);
        assertThat(bench.line.all("heartbeat")).hasSize(1);
        bench.uptime.pass(60_000);
        assertThat(bench.line.all("heartbeat")).hasSize(3);
        assertThat(bench.line.last("heartbeat").path("doors")).as("weights ride along").hasSize(2);
    }

    @Test
    void aVisitPullsTheUnlockedDoorTakesAndCloses() {
        bench.cabinet.visit(1, CabinetBench.plan(List.of(new Goods(1, 2)), null));
        bench.line.forget();
        bench.open("c-1", 1, SERVER + 8_000);
        assertThat(bench.line.last("answer").path("outcome").asString()).isEqualTo("acknowledged");
        assertThat(bench.line.events()).as("the lock takes a moment").isEmpty();
        bench.uptime.pass(100);
        assertThat(bench.line.events()).containsExactly("unlocked");
        bench.uptime.pass(300);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened");
        bench.uptime.pass(600 + 800);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened", "closed");
        assertThat(bench.line.all("event"))
                .allSatisfy(event -> assertThat(event.path("command").asString()).isEqualTo("c-1"))
                .extracting(event -> event.path("seq").asInt())
                .containsExactly(1, 2, 3);

        bench.uptime.pass(2_000);
        JsonNode weighed = bench.line.last("weights").at("/lanes/0");
        assertThat(weighed.path("g").asDouble()).isCloseTo(6 * 355, within(20.0));
        assertThat(weighed.path("s").asInt()).isEqualTo(1);
        Visit.Progress progress = bench.progress(1);
        assertThat(progress.state()).isEqualTo(State.CLOSED);
        assertThat(progress.touches()).hasSize(1);
        assertThat(bench.cabinet.view().doors().getFirst().lanes().getFirst().count()).isEqualTo(6);
    }

    @Test
    void marksReadingsUnstableWhileGoodsAreTakenAndTheDoorSlams() {
        bench.cabinet.visit(1, CabinetBench.plan(List.of(new Goods(1, 1)), null));
        bench.open("c-1", 1, SERVER + 8_000);
        bench.uptime.pass(100 + 300 + 600 + 100);
        bench.line.forget();
        bench.uptime.pass(300);
        assertThat(bench.line.last("weights").at("/lanes/0/s").asInt()).as("a hand in it").isZero();
        assertThat(bench.line.last("weights").at("/lanes/1/s").asInt())
                .as("beside it")
                .isEqualTo(1);
        bench.uptime.pass(500);
        assertThat(bench.line.events()).contains("closed");
        bench.uptime.pass(100);
        assertThat(bench.line.last("weights").at("/lanes/1/s").asInt()).as("it slams").isZero();
    }

    @Test
    void streamsWhileTheDoorIsOpenAndEightSecondsAfter() {
        bench.cabinet.visit(1, CabinetBench.plan(List.of(), 5_000L));
        bench.open("c-1", 1, SERVER + 8_000);
        bench.uptime.pass(100 + 300);
        bench.line.forget();
        bench.uptime.pass(5_000);
        assertThat(bench.line.events()).containsExactly("closed");
        assertThat(bench.line.all("weights").size()).isBetween(15, 18);
        assertThat(bench.line.all("weights").getFirst().path("state").asString()).isEqualTo("open");
        bench.line.forget();
        bench.uptime.pass(8_000);
        assertThat(bench.line.all("weights").size()).isBetween(25, 28);
        assertThat(bench.line.last("weights").path("state").asString()).isEqualTo("closed");
        bench.line.forget();
        bench.uptime.pass(10_000);
        assertThat(bench.line.all("weights")).isEmpty();
    }

    @Test
    void aDoorThatNobodyPullsLocksAgain() {
        bench.open("c-1", 1, SERVER + 8_000);
        bench.uptime.pass(100 + 13_999);
        assertThat(bench.line.events()).containsExactly("unlocked");
        bench.uptime.pass(1);
        assertThat(bench.line.events()).containsExactly("unlocked", "relocked");
        bench.open("c-2", 1, SERVER + 60_000);
        bench.uptime.pass(100);
        assertThat(bench.line.events()).containsExactly("unlocked", "relocked", "unlocked");
    }

    @Test
    void aShopperWhoDoesNotPullLeavesTheDoorToLock() {
        bench.cabinet.visit(1, new VisitPlan(null, null, false, null, null, null, null));
        bench.open("c-1", 1, SERVER + 8_000);
        bench.uptime.pass(20_000);
        assertThat(bench.progress(1).state()).isEqualTo(State.RELOCKED);
    }

    @Test
    void refusesVisitsThatCannotBe() {
        assertThatThrownBy(() -> bench.cabinet.visit(3, CabinetBench.plan(List.of(), null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        bench.cabinet.visit(1, CabinetBench.plan(List.of(new Goods(3, 1)), null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        bench.cabinet.visit(1, CabinetBench.plan(List.of(new Goods(1, 9)), null)))
                .isInstanceOf(IllegalArgumentException.class);
        bench.cabinet.visit(1, CabinetBench.plan(List.of(), 60_000L));
        bench.open("c-1", 1, SERVER + 8_000);
        bench.uptime.pass(1_000);
        assertThatThrownBy(() -> bench.cabinet.visit(1, CabinetBench.plan(List.of(), null)))
                .as("somebody is at the door")
                .isInstanceOf(IllegalStateException.class);
    }
}
