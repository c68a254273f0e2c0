package io.kaimen.simulator.cabinet;

import static io.kaimen.simulator.cabinet.CabinetBench.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cabinet does when it is told something. */
class ObedienceTest {

    private final CabinetBench bench;

    ObedienceTest(@TempDir Path folder) {
        this.bench = new CabinetBench(folder);
    }

    @Test
    void speaksAtTheCadenceItIsTold() {
        bench.line.down(
                """
                {"type":"configure","command":"comm:configure:1","heartbeatMs":1000,
                 "closedWeightsMs":500,"openWeightsMs":100,"afterCloseMs":1000,
                 "unlockWindowMs":2000}\
                """);
        assertThat(bench.line.last("answer").path("outcome").asString()).isEqualTo("acknowledged");
        bench.line.forget();
        bench.uptime.pass(10_000);
        assertThat(bench.line.all("heartbeat")).hasSize(10);
        assertThat(bench.line.all("weights")).as("two doors").hasSize(40);
        bench.line.down(
                """
                {"type":"configure","command":"c-2","heartbeatMs":0,"closedWeightsMs":500,
                 "openWeightsMs":100,"afterCloseMs":1000,"unlockWindowMs":2000}\
                """);
        assertThat(bench.line.last("answer").path("outcome").asString()).isEqualTo("refused");
    }

    @Test
    void anExpiredCommandNeverUnlocks() {
        bench.uptime.pass(8_000);
        bench.open("c-1", 1, SERVER + 8_000);
        assertThat(bench.line.last("answer").path("outcome").asString()).isEqualTo("expired");
        bench.uptime.pass(20_000);
        assertThat(bench.line.events()).isEmpty();
    }

    @Test
    void judgesExpiryByTheServersTimeAndItsOwnMonotonicClock() {
        // The server's clock was set back a day meanwhile; only the last answer counts.
        bench.uptime.pass(1_000);
        bench.time(SERVER - 86_400_000, 1_000);
        bench.open("c-1", 1, SERVER - 86_400_000 + 500);
        assertThat(bench.line.last("answer").path("outcome").asString()).isEqualTo("acknowledged");
    }

    @Test
    void refusesToOpenWhileTheServersTimeIsUnknown() {
        bench.reboot();
        bench.line.connect();
        bench.open("c-1", 1, Long.MAX_VALUE);
        assertThat(bench.line.last("answer").path("outcome").asString()).isEqualTo("refused");
        bench.uptime.pass(20_000);
        assertThat(bench.line.events()).isEmpty();
    }

    @Test
    void obeysACommandOnce() {
        bench.cabinet.visit(1, CabinetBench.plan(List.of(), null));
        bench.open("c-1", 1, SERVER + 60_000);
        bench.uptime.pass(3_000);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened", "closed");
        bench.open("c-1", 1, SERVER + 60_000);
        assertThat(bench.line.last("answer").path("outcome").asString()).isEqualTo("acknowledged");
        bench.uptime.pass(3_000);
        assertThat(bench.line.events()).hasSize(3);
    }

    @Test
    void obeysACommandOnceAlsoAcrossAReboot() {
        bench.open("c-1", 1, SERVER + 60_000);
        bench.reboot();
        bench.line.connect();
        bench.time(SERVER, 0);
        bench.open("c-1", 1, SERVER + 60_000);
        bench.uptime.pass(3_000);
        assertThat(bench.line.events()).isEmpty();
    }

    @Test
    void refusesToUnlockADoorThatIsNotClosed() {
        bench.open("c-1", 1, SERVER + 8_000);
        bench.open("c-2", 1, SERVER + 8_000);
        assertThat(bench.line.last("answer").path("detail").asString()).contains("unlocking");
        bench.uptime.pass(100);
        bench.open("c-3", 1, SERVER + 8_000);
        assertThat(bench.line.last("answer").path("detail").asString()).contains("unlocked");
        bench.open("c-4", 9, SERVER + 8_000);
        assertThat(bench.line.last("answer").path("outcome").asString()).isEqualTo("refused");
        bench.uptime.pass(1_000);
        assertThat(bench.line.events()).containsExactly("unlocked");
    }

    @Test
    void answersAQueryWithAnEvent() {
        bench.query("q-1");
        assertThat(bench.line.events()).containsExactly("is-closed");
        assertThat(bench.line.last("event").path("command").asString()).isEqualTo("q-1");
        bench.cabinet.visit(1, CabinetBench.plan(List.of(), 60_000L));
        bench.open("c-1", 1, SERVER + 8_000);
        bench.uptime.pass(150);
        bench.query("q-2");
        assertThat(bench.line.events().getLast()).as("not yet pulled").isEqualTo("unlocked");
        bench.uptime.pass(1_000);
        bench.query("q-3");
        assertThat(bench.line.events().getLast()).isEqualTo("is-open");
    }

    @Test
    void overlooksWhatItDoesNotKnow() {
        bench.line.forget();
        bench.line.down("{\"type\":\"sing\"}");
        bench.line.down("not json");
        assertThat(bench.line.sent).isEmpty();
    }
}
