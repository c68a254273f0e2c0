package io.kaimen.simulator.cabinet;

import static io.kaimen.simulator.cabinet.CabinetBench.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.simulator.cabinet.Visit.State;
import io.kaimen.simulator.cabinet.VisitPlan.Goods;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong clocks, and power that fails. */
class CabinetFaultTest {

    private static final int A_DAY = 86_400;

    private final CabinetBench bench;

    CabinetFaultTest(@TempDir Path folder) {
        this.bench = new CabinetBench(folder);
    }

    private String outcome() {
        return bench.line.last("answer").path("outcome").asString();
    }

    private void clock(int aheadSeconds, boolean judges) {
        bench.fault(
                "[{\"fault\":\"wrong-clock\",\"aheadSeconds\":%d,\"judges\":%b}]"
                        .formatted(aheadSeconds, judges));
    }

    @Test
    void aWrongClockThatIsOnlyShownChangesNothing() {
        for (int off : new int[] {A_DAY, -A_DAY}) {
            clock(off, false);
            bench.pass(30_000);
            assertThat(bench.line.last("heartbeat").path("calendar").asLong())
                    .isEqualTo(SERVER + off * 1_000L);
            bench.open("c-" + off, 1, SERVER + bench.uptime.millis() + 8_000);
            assertThat(outcome()).isEqualTo("acknowledged");
            bench.pass(20_000);
            bench.open("late" + off, 1, SERVER + bench.uptime.millis());
            assertThat(outcome()).isEqualTo("expired");
        }
        bench.fault("[]");
        bench.pass(30_000);
        assertThat(bench.line.last("heartbeat").has("calendar")).isFalse();
    }

    @Test
    void judgingByAClockThatIsAheadEveryCommandHasExpired() {
        clock(A_DAY, true);
        bench.open("c-1", 1, SERVER + 8_000);
        assertThat(outcome()).isEqualTo("expired");
    }

    @Test
    void judgingByAClockThatIsBehindItObeysWhatExpiredLongAgo() {
        clock(-A_DAY, true);
        bench.pass(60_000);
        bench.open("c-1", 1, SERVER + 8_000);
        assertThat(outcome()).isEqualTo("acknowledged");
        bench.pass(100);
        assertThat(bench.line.events()).containsExactly("unlocked");
    }

    @Test
    void judgingByItsOwnClockItDoesNotWaitForTheServersTime() {
        clock(-A_DAY, true);
        bench.reboot();
        bench.line.connect();
        bench.open("c-1", 1, SERVER + 8_000);
        assertThat(outcome()).isEqualTo("acknowledged");
    }

    @Test
    void rebootsWithTheDoorOpenAndFindsItOpen() {
        bench.fault(
                """
                [{"fault":"reboots","at":"opened","afterMs":700,"downMs":3000,"closeAfterMs":4000}]\
                """);
        bench.cabinet.visit(1, CabinetBench.plan(List.of(new Goods(2, 1)), null));
        bench.open("c-1", 1, SERVER + 60_000);
        bench.pass(100 + 300 + 700);
        var before = bench.line;
        assertThat(before.events()).containsExactly("unlocked", "opened");
        assertThat(bench.cabinet.view().online()).isFalse();
        bench.pass(2_999);
        assertThat(bench.line).as("no power").isSameAs(before);
        bench.pass(1);
        assertThat(bench.line).isNotSameAs(before);
        bench.line.connect();
        assertThat(bench.line.last("report").at("/doors/0/state").asString()).isEqualTo("open");
        assertThat(bench.line.last("report").path("boot").asString()).startsWith("b2-");
        assertThat(bench.line.events()).isEmpty();
        assertThat(bench.progress(1).state()).as("still known").isEqualTo(State.OPEN);
        assertThat(bench.progress(1).touches()).hasSize(1);

        bench.pass(4_000);
        assertThat(bench.line.events()).containsExactly("closed");
        assertThat(bench.line.last("event").path("seq").asInt()).isEqualTo(1);
        assertThat(bench.progress(1).state()).isEqualTo(State.CLOSED);
        bench.pass(3_000);
        assertThat(bench.line.last("weights").at("/lanes/1/s").asInt()).isEqualTo(1);
    }

    @Test
    void rebootsWithTheDoorOpenAndFindsItShut() {
        bench.fault("[{\"fault\":\"reboots\",\"at\":\"opened\",\"door\":\"closed\"}]");
        bench.cabinet.visit(1, CabinetBench.plan(List.of(), null));
        bench.open("c-1", 1, SERVER + 60_000);
        bench.pass(100 + 300 + 2_000);
        bench.line.connect();
        assertThat(bench.line.events()).containsExactly("closed");
        assertThat(bench.line.last("report").at("/doors/0/state").asString()).isEqualTo("closed");
        bench.pass(8_000);
        assertThat(bench.line.all("weights").size()).as("as after a close").isGreaterThan(20);
        bench.time(SERVER + 20_000, 0);
        bench.open("c-2", 1, SERVER + 60_000);
        assertThat(outcome()).isEqualTo("acknowledged");
    }

    @Test
    void rebootsWhileItIsUnlocked() {
        bench.fault("[{\"fault\":\"reboots\",\"at\":\"unlocked\"}]");
        bench.cabinet.visit(1, CabinetBench.plan(List.of(), null));
        bench.open("c-1", 1, SERVER + 60_000);
        bench.pass(100 + 2_000);
        bench.line.connect();
        assertThat(bench.line.events()).containsExactly("relocked");
        assertThat(bench.progress(1).state()).isEqualTo(State.RELOCKED);
    }

    @Test
    void rebootsByItselfAsOftenAsTold() {
        bench.fault("[{\"fault\":\"reboots\",\"afterMs\":5000,\"downMs\":1000,\"times\":2}]");
        bench.cabinet.visit(1, CabinetBench.plan(List.of(), null));
        bench.pass(60_000);
        bench.line.connect();
        assertThat(bench.line.last("report").path("boot").asString()).startsWith("b3-");
        assertThat(bench.cabinet.view().faults().getFirst().path("used").asInt()).isEqualTo(2);
        bench.time(SERVER, 0);
        bench.open("c-1", 1, SERVER + 60_000);
        bench.pass(3_000);
        assertThat(bench.line.events())
                .as("who waited still waits")
                .containsExactly("unlocked", "opened", "closed");
    }

    @Test
    void eventsOfTheBootBeforeAreSentAfterAReboot() {
        bench.fault(
                """
                [{"fault":"silent","kinds":["event"]},
                 {"fault":"reboots","at":"closed","afterMs":500}]\
                """);
        bench.cabinet.visit(1, CabinetBench.plan(List.of(), null));
        bench.open("c-1", 1, SERVER + 60_000);
        bench.pass(10_000);
        bench.fault("[]");
        bench.line.connect();
        assertThat(bench.line.events()).containsExactly("unlocked", "opened", "closed");
        assertThat(bench.line.last("event").path("boot").asString()).startsWith("b1-");
    }
}
