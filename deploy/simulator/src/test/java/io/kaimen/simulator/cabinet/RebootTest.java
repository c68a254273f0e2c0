package io.kaimen.simulator.cabinet;

import static io.kaimen.simulator.cabinet.CabinetBench.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kaimen.simulator.cabinet.VisitPlan.Goods;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What survives a power cut. */
class RebootTest {

    private final CabinetBench bench;

    RebootTest(@TempDir Path folder) {
        this.bench = new CabinetBench(folder);
    }

    @Test
    void sendsAnEventAgainWithTheSameNumbersUntilItIsAcknowledged() {
        bench.line.acknowledges = false;
        bench.open("c-1", 1, SERVER + 8_000);
        bench.uptime.pass(20_000);
        assertThat(bench.line.events()).as("one after the other").containsExactly("unlocked");
        JsonNode first = bench.line.last("event");

        bench.line.hangUp();
        bench.line.acknowledges = true;
        bench.line.forget();
        bench.uptime.pass(5_000);
        bench.line.connect();

        assertThat(bench.line.events()).containsExactly("unlocked", "relocked");
        assertThat(bench.line.all("event").getFirst()).isEqualTo(first);
        assertThat(bench.cabinet.view().unacknowledged()).isZero();
    }

    @Test
    void keepsUnacknowledgedEventsAcrossAReboot() {
        bench.line.hangUp();
        bench.open("c-1", 1, SERVER + 8_000);
        bench.uptime.pass(20_000);
        bench.reboot();
        bench.line.connect();
        assertThat(bench.line.events()).containsExactly("unlocked", "relocked");
        String boot = bench.line.last("report").path("boot").asString();
        assertThat(bench.line.all("event"))
                .allSatisfy(event -> assertThat(event.path("boot").asString()).isNotEqualTo(boot))
                .extracting(event -> event.path("seq").asInt())
                .containsExactly(1, 2);
    }

    @Test
    void countsItsEventsAnewInEachBoot() {
        bench.open("c-1", 1, SERVER + 60_000);
        bench.uptime.pass(20_000);
        bench.reboot();
        bench.line.connect();
        bench.time(SERVER + 20_000, 0);
        bench.open("c-2", 1, SERVER + 60_000);
        bench.uptime.pass(100);
        assertThat(bench.line.last("event").path("seq").asInt()).isEqualTo(1);
        assertThat(bench.uptime.millis()).isEqualTo(100);
    }

    @Test
    void keepsItsGoodsAndItsOpenDoorsAcrossAReboot() {
        bench.cabinet.visit(1, CabinetBench.plan(List.of(new Goods(2, 3)), 60_000L));
        bench.open("c-1", 1, SERVER + 8_000);
        bench.uptime.pass(5_000);
        bench.reboot();
        bench.line.connect();
        JsonNode door = bench.line.last("report").at("/doors/0");
        assertThat(door.path("state").asString()).isEqualTo("open");
        assertThat(door.at("/lanes/1/g").asDouble()).isCloseTo(200, within(2.0));
        bench.cabinet.close(1);
        assertThat(bench.line.events()).containsExactly("closed");
        assertThatThrownBy(() -> bench.cabinet.close(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLockWithoutPowerFallsBack() {
        bench.open("c-1", 1, SERVER + 8_000);
        bench.uptime.pass(1_000);
        bench.reboot();
        bench.line.connect();
        assertThat(bench.line.events()).containsExactly("relocked");
    }
}
