package io.kaimen.simulator.cabinet;

import static io.kaimen.simulator.cabinet.CabinetBench.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.simulator.cabinet.CabinetView.DoorView;
import io.kaimen.simulator.cabinet.Visit.State;
import io.kaimen.simulator.cabinet.VisitPlan.Goods;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Doors whose locks, sensors and shoppers do not do what they should. */
class DoorFaultTest {

    private final CabinetBench bench;

    DoorFaultTest(@TempDir Path folder) {
        this.bench = new CabinetBench(folder);
        bench.line.forget();
    }

    private void purchase() {
        bench.cabinet.visit(1, CabinetBench.plan(List.of(new Goods(2, 1)), null));
        bench.open("c-1", 1, SERVER + 600_000);
    }

    private DoorView door() {
        return bench.cabinet.view().doors().getFirst();
    }

    @Test
    void anIdleLockAcknowledgesAndStaysShut() {
        bench.fault("[{\"fault\":\"idle-lock\",\"times\":1}]");
        bench.open("c-1", 1, SERVER + 60_000);
        bench.pass(20_000);
        assertThat(bench.line.last("answer").path("outcome").asString()).isEqualTo("acknowledged");
        assertThat(bench.line.events()).isEmpty();
        bench.query("q-1");
        assertThat(bench.line.events()).containsExactly("is-closed");
        bench.open("c-2", 1, SERVER + 60_000);
        bench.pass(100);
        assertThat(bench.line.events().getLast()).as("the next one opens").isEqualTo("unlocked");
    }

    @Test
    void whatReleasedTheLockIsCounted() {
        bench.open("c-1", 1, SERVER + 60_000);
        bench.pass(20_000);
        bench.open("c-1", 1, SERVER + 60_000);
        bench.open("c-2", 1, SERVER + 60_000);
        bench.pass(20_000);
        assertThat(bench.cabinet.unlocks()).isEqualTo(Map.of("c-1", 1, "c-2", 1));
    }

    @Test
    void opensUnaskedAndLocksAgainWhenNobodyWaits() {
        bench.fault("[{\"fault\":\"opens-unasked\",\"door\":2,\"afterMs\":3000}]");
        bench.pass(2_999 + 150);
        assertThat(bench.line.events()).isEmpty();
        bench.pass(1);
        assertThat(bench.line.events()).containsExactly("unlocked");
        assertThat(bench.line.last("event").has("command")).isFalse();
        bench.pass(60_000);
        assertThat(bench.line.events()).containsExactly("unlocked", "relocked");
    }

    @Test
    void aFaultThatIsSetAnewWaitsAnew() {
        String opens = "[{\"fault\":\"opens-unasked\",\"door\":1,\"afterMs\":3000}]";
        bench.fault(opens);
        bench.pass(2_000);
        bench.fault(opens);
        bench.pass(2_900);
        assertThat(bench.line.events()).isEmpty();
        bench.pass(200);
        assertThat(bench.line.events()).containsExactly("unlocked");
    }

    @Test
    void whoWaitsGoesInWhenItOpensUnasked() {
        bench.cabinet.visit(1, CabinetBench.plan(List.of(new Goods(2, 2)), null));
        bench.fault("[{\"fault\":\"opens-unasked\",\"door\":1}]");
        bench.pass(5_000);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened", "closed");
        assertThat(door().lanes().get(1).count()).isEqualTo(3);
    }

    @Test
    void opensUnaskedNotBeforeTheDoorIsShut() {
        bench.cabinet.visit(1, CabinetBench.plan(List.of(), 10_000L));
        bench.open("c-1", 1, SERVER + 60_000);
        bench.pass(1_000);
        bench.fault("[{\"fault\":\"opens-unasked\",\"door\":1}]");
        bench.pass(5_000);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened");
        bench.pass(7_000);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened", "closed", "unlocked");
    }

    @Test
    void aDoorLeftOpenStaysOpenUntilSomebodyElseShutsIt() {
        bench.fault("[{\"fault\":\"left-open\",\"door\":1,\"times\":1}]");
        purchase();
        bench.pass(500_000);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened");
        assertThat(bench.progress(1).state()).isEqualTo(State.OPEN);
        bench.query("q-1");
        assertThat(bench.line.events().getLast()).isEqualTo("is-open");
        bench.cabinet.close(1);
        assertThat(bench.line.events().getLast()).isEqualTo("closed");
        assertThat(bench.progress(1).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void anUnseenCloseLeavesItOpenForTheCabinet() {
        bench.fault("[{\"fault\":\"unseen\",\"event\":\"closed\",\"times\":1}]");
        purchase();
        bench.pass(10_000);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened");
        assertThat(bench.progress(1).state()).isEqualTo(State.CLOSED);
        assertThat(door().position()).isEqualTo("closed");
        assertThat(door().seen()).isEqualTo("open");
        assertThat(bench.line.last("weights").path("state").asString()).isEqualTo("open");
        bench.query("q-1");
        assertThat(bench.line.events().getLast()).isEqualTo("is-open");
        bench.open("c-2", 1, SERVER + 60_000);
        assertThat(bench.line.last("answer").path("outcome").asString()).isEqualTo("refused");

        bench.reboot();
        bench.line.connect();
        assertThat(bench.line.events()).as("a boot looks anew").containsExactly("closed");
    }

    @Test
    void anUnseenCloseMayBeSeenAfterAWhile() {
        bench.fault("[{\"fault\":\"unseen\",\"event\":\"closed\",\"seenAfterMs\":30000}]");
        purchase();
        bench.pass(31_000);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened");
        bench.pass(1_500);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened", "closed");
        assertThat(bench.line.last("event").path("command").asString()).isEqualTo("c-1");
    }

    @Test
    void anUnseenOpeningRelocksAndIsMissingGoods() {
        bench.fault("[{\"fault\":\"unseen\",\"event\":\"opened\",\"times\":1}]");
        bench.cabinet.visit(1, CabinetBench.plan(List.of(new Goods(2, 1)), 20_000L));
        bench.open("c-1", 1, SERVER + 60_000);
        bench.pass(15_000);
        assertThat(bench.line.events()).containsExactly("unlocked", "relocked");
        assertThat(door().position()).isEqualTo("open");
        assertThat(bench.line.all("weights")).isEmpty();
        bench.pass(10_000);
        assertThat(bench.line.events()).containsExactly("unlocked", "relocked", "closed");
        assertThat(door().lanes().get(1).count()).isEqualTo(4);
        bench.open("c-2", 1, SERVER + 60_000);
        bench.pass(100);
        assertThat(bench.line.events().getLast()).as("sound again").isEqualTo("unlocked");
    }

    @Test
    void aLockThatDoesNotLatchIsAFaultUntilItIsPushedAgain() {
        bench.fault("[{\"fault\":\"never-latches\",\"times\":1}]");
        purchase();
        bench.pass(10_000);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened", "fault");
        assertThat(bench.line.last("weights").path("state").asString()).isEqualTo("fault");
        bench.query("q-1");
        assertThat(bench.line.events().getLast()).isEqualTo("fault");
        bench.cabinet.close(1);
        assertThat(bench.line.events().getLast()).isEqualTo("closed");
        assertThat(bench.line.last("event").path("command").asString()).isEqualTo("c-1");
    }

    @Test
    void aLockMayLatchAfterAWhile() {
        bench.fault("[{\"fault\":\"never-latches\",\"latchesAfterMs\":5000,\"times\":1}]");
        purchase();
        bench.pass(10_000);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened", "fault", "closed");
    }

    @Test
    void aBouncingContactTellsTheCloseTwice() {
        bench.fault("[{\"fault\":\"bounces\",\"times\":1}]");
        purchase();
        bench.pass(10_000);
        assertThat(bench.line.events()).containsExactly("unlocked", "opened", "closed", "closed");
        assertThat(bench.line.all("event"))
                .allSatisfy(event -> assertThat(event.path("command").asString()).isEqualTo("c-1"))
                .extracting(event -> event.path("seq").asInt())
                .containsExactly(1, 2, 3, 4);
    }
}
