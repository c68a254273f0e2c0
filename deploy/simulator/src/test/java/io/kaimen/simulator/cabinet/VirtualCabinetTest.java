package io.kaimen.simulator.cabinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kaimen.simulator.cabinet.Visit.State;
import io.kaimen.simulator.cabinet.VisitPlan.Goods;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class VirtualCabinetTest {

    /** Server time when the first heartbeat arrives. */
    private static final long SERVER = 1_800_000_000_000L;

    private static final CabinetDefinition DEFINITION =
            new CabinetDefinition(
                    "secret",
                    "127.0.0.1",
                    1883,
                    null,
                    1L,
                    List.of(
                            new CabinetDefinition.Door(
                                    1,
                                    100,
                                    List.of(
                                            new CabinetDefinition.Lane(1, "COLA-330", 355, 1.0, 8),
                                            new CabinetDefinition.Lane(2, null, 100, 0.0, 5))),
                            new CabinetDefinition.Door(
                                    2,
                                    null,
                                    List.of(new CabinetDefinition.Lane(3, null, 50, 0.5, 2)))));

    private final Path folder;
    private WatchedLine line = new WatchedLine();
    private TurnedUptime uptime = new TurnedUptime();
    private VirtualCabinet cabinet;

    VirtualCabinetTest(@TempDir Path folder) {
        this.folder = folder;
        this.cabinet = powerUp(Memory.of(file(), DEFINITION));
    }

    @BeforeEach
    void connectAndLearnTheTime() {
        line.connect();
        time(SERVER, 0);
    }

    @Test
    void reportsItselfAndBeatsOnceConnected() {
        JsonNode report = line.last("report");
        assertThat(report.path("firmware").asString()).isNotBlank();
        assertThat(report.path("doors")).hasSize(2);
        JsonNode lane = report.at("/doors/0/lanes/0");
        assertThat(lane.path("g").asDouble()).isCloseTo(8 * 355, within(20.0));
        assertThat(lane.path("s").asInt()).isEqualTo(1);
        assertThat(line.all("heartbeat")).hasSize(1);
        uptime.pass(60_000);
        assertThat(line.all("heartbeat")).hasSize(3);
        assertThat(line.last("heartbeat").path("doors")).as("weights ride along").hasSize(2);
    }

    @Test
    void aVisitPullsTheUnlockedDoorTakesAndCloses() {
        cabinet.visit(1, plan(List.of(new Goods(1, 2)), null));
        line.forget();
        open("c-1", 1, SERVER + 8_000);
        assertThat(line.last("answer").path("outcome").asString()).isEqualTo("acknowledged");
        assertThat(line.events()).as("the lock takes a moment").isEmpty();
        uptime.pass(100);
        assertThat(line.events()).containsExactly("unlocked");
        uptime.pass(300);
        assertThat(line.events()).containsExactly("unlocked", "opened");
        uptime.pass(600 + 800);
        assertThat(line.events()).containsExactly("unlocked", "opened", "closed");
        assertThat(line.all("event"))
                .allSatisfy(event -> assertThat(event.path("command").asString()).isEqualTo("c-1"))
                .extracting(event -> event.path("seq").asInt())
                .containsExactly(1, 2, 3);

        uptime.pass(2_000);
        JsonNode weighed = line.last("weights").at("/lanes/0");
        assertThat(weighed.path("g").asDouble()).isCloseTo(6 * 355, within(20.0));
        assertThat(weighed.path("s").asInt()).isEqualTo(1);
        Visit.Progress progress = progress(1);
        assertThat(progress.state()).isEqualTo(State.CLOSED);
        assertThat(progress.touches()).hasSize(1);
        assertThat(cabinet.view().doors().getFirst().lanes().getFirst().count()).isEqualTo(6);
    }

    @Test
    void marksReadingsUnstableWhileGoodsAreTakenAndTheDoorSlams() {
        cabinet.visit(1, plan(List.of(new Goods(1, 1)), null));
        open("c-1", 1, SERVER + 8_000);
        uptime.pass(100 + 300 + 600 + 100);
        line.forget();
        uptime.pass(300);
        assertThat(line.last("weights").at("/lanes/0/s").asInt()).as("a hand in it").isZero();
        assertThat(line.last("weights").at("/lanes/1/s").asInt()).as("beside it").isEqualTo(1);
        uptime.pass(500);
        assertThat(line.events()).contains("closed");
        uptime.pass(100);
        assertThat(line.last("weights").at("/lanes/1/s").asInt()).as("it slams").isZero();
    }

    @Test
    void streamsWhileTheDoorIsOpenAndEightSecondsAfter() {
        cabinet.visit(1, plan(List.of(), 5_000L));
        open("c-1", 1, SERVER + 8_000);
        uptime.pass(100 + 300);
        line.forget();
        uptime.pass(5_000);
        assertThat(line.events()).containsExactly("closed");
        assertThat(line.all("weights").size()).isBetween(15, 18);
        assertThat(line.all("weights").getFirst().path("state").asString()).isEqualTo("open");
        line.forget();
        uptime.pass(8_000);
        assertThat(line.all("weights").size()).isBetween(25, 28);
        assertThat(line.last("weights").path("state").asString()).isEqualTo("closed");
        line.forget();
        uptime.pass(10_000);
        assertThat(line.all("weights")).isEmpty();
    }

    @Test
    void speaksAtTheCadenceItIsTold() {
        line.down(
                """
                {"type":"configure","command":"comm:configure:1","heartbeatMs":1000,
                 "closedWeightsMs":500,"openWeightsMs":100,"afterCloseMs":1000,
                 "unlockWindowMs":2000}\
                """);
        assertThat(line.last("answer").path("outcome").asString()).isEqualTo("acknowledged");
        line.forget();
        uptime.pass(10_000);
        assertThat(line.all("heartbeat")).hasSize(10);
        assertThat(line.all("weights")).as("two doors").hasSize(40);
        line.down(
                """
                {"type":"configure","command":"c-2","heartbeatMs":0,"closedWeightsMs":500,
                 "openWeightsMs":100,"afterCloseMs":1000,"unlockWindowMs":2000}\
                """);
        assertThat(line.last("answer").path("outcome").asString()).isEqualTo("refused");
    }

    @Test
    void anExpiredCommandNeverUnlocks() {
        uptime.pass(8_000);
        open("c-1", 1, SERVER + 8_000);
        assertThat(line.last("answer").path("outcome").asString()).isEqualTo("expired");
        uptime.pass(20_000);
        assertThat(line.events()).isEmpty();
    }

    @Test
    void judgesExpiryByTheServersTimeAndItsOwnMonotonicClock() {
        // The server's clock was set back a day meanwhile; only the last answer counts.
        uptime.pass(1_000);
        time(SERVER - 86_400_000, 1_000);
        open("c-1", 1, SERVER - 86_400_000 + 500);
        assertThat(line.last("answer").path("outcome").asString()).isEqualTo("acknowledged");
    }

    @Test
    void refusesToOpenWhileTheServersTimeIsUnknown() {
        reboot();
        line.connect();
        open("c-1", 1, Long.MAX_VALUE);
        assertThat(line.last("answer").path("outcome").asString()).isEqualTo("refused");
        uptime.pass(20_000);
        assertThat(line.events()).isEmpty();
    }

    @Test
    void obeysACommandOnce() {
        cabinet.visit(1, plan(List.of(), null));
        open("c-1", 1, SERVER + 60_000);
        uptime.pass(3_000);
        assertThat(line.events()).containsExactly("unlocked", "opened", "closed");
        open("c-1", 1, SERVER + 60_000);
        assertThat(line.last("answer").path("outcome").asString()).isEqualTo("acknowledged");
        uptime.pass(3_000);
        assertThat(line.events()).hasSize(3);
    }

    @Test
    void obeysACommandOnceAlsoAcrossAReboot() {
        open("c-1", 1, SERVER + 60_000);
        reboot();
        line.connect();
        time(SERVER, 0);
        open("c-1", 1, SERVER + 60_000);
        uptime.pass(3_000);
        assertThat(line.events()).isEmpty();
    }

    @Test
    void refusesToUnlockADoorThatIsNotClosed() {
        open("c-1", 1, SERVER + 8_000);
        open("c-2", 1, SERVER + 8_000);
        assertThat(line.last("answer").path("detail").asString()).contains("unlocking");
        uptime.pass(100);
        open("c-3", 1, SERVER + 8_000);
        assertThat(line.last("answer").path("detail").asString()).contains("unlocked");
        open("c-4", 9, SERVER + 8_000);
        assertThat(line.last("answer").path("outcome").asString()).isEqualTo("refused");
        uptime.pass(1_000);
        assertThat(line.events()).containsExactly("unlocked");
    }

    @Test
    void aDoorThatNobodyPullsLocksAgain() {
        open("c-1", 1, SERVER + 8_000);
        uptime.pass(100 + 13_999);
        assertThat(line.events()).containsExactly("unlocked");
        uptime.pass(1);
        assertThat(line.events()).containsExactly("unlocked", "relocked");
        open("c-2", 1, SERVER + 60_000);
        uptime.pass(100);
        assertThat(line.events()).containsExactly("unlocked", "relocked", "unlocked");
    }

    @Test
    void aShopperWhoDoesNotPullLeavesTheDoorToLock() {
        cabinet.visit(1, new VisitPlan(null, null, false, null, null, null, null));
        open("c-1", 1, SERVER + 8_000);
        uptime.pass(20_000);
        assertThat(progress(1).state()).isEqualTo(State.RELOCKED);
    }

    @Test
    void answersAQueryWithAnEvent() {
        query("q-1");
        assertThat(line.events()).containsExactly("is-closed");
        assertThat(line.last("event").path("command").asString()).isEqualTo("q-1");
        cabinet.visit(1, plan(List.of(), 60_000L));
        open("c-1", 1, SERVER + 8_000);
        uptime.pass(150);
        query("q-2");
        assertThat(line.events().getLast()).as("not yet pulled").isEqualTo("unlocked");
        uptime.pass(1_000);
        query("q-3");
        assertThat(line.events().getLast()).isEqualTo("is-open");
    }

    @Test
    void sendsAnEventAgainWithTheSameNumbersUntilItIsAcknowledged() {
        line.acknowledges = false;
        open("c-1", 1, SERVER + 8_000);
        uptime.pass(20_000);
        assertThat(line.events()).as("one after the other").containsExactly("unlocked");
        JsonNode first = line.last("event");

        line.hangUp();
        line.acknowledges = true;
        line.forget();
        uptime.pass(5_000);
        line.connect();

        assertThat(line.events()).containsExactly("unlocked", "relocked");
        assertThat(line.all("event").getFirst()).isEqualTo(first);
        assertThat(cabinet.view().unacknowledged()).isZero();
    }

    @Test
    void keepsUnacknowledgedEventsAcrossAReboot() {
        line.hangUp();
        open("c-1", 1, SERVER + 8_000);
        uptime.pass(20_000);
        reboot();
        line.connect();
        assertThat(line.events()).containsExactly("unlocked", "relocked");
        String boot = line.last("report").path("boot").asString();
        assertThat(line.all("event"))
                .allSatisfy(event -> assertThat(event.path("boot").asString()).isNotEqualTo(boot))
                .extracting(event -> event.path("seq").asInt())
                .containsExactly(1, 2);
    }

    @Test
    void countsItsEventsAnewInEachBoot() {
        open("c-1", 1, SERVER + 60_000);
        uptime.pass(20_000);
        reboot();
        line.connect();
        time(SERVER + 20_000, 0);
        open("c-2", 1, SERVER + 60_000);
        uptime.pass(100);
        assertThat(line.last("event").path("seq").asInt()).isEqualTo(1);
        assertThat(uptime.millis()).isEqualTo(100);
    }

    @Test
    void keepsItsGoodsAndItsOpenDoorsAcrossAReboot() {
        cabinet.visit(1, plan(List.of(new Goods(2, 3)), 60_000L));
        open("c-1", 1, SERVER + 8_000);
        uptime.pass(5_000);
        reboot();
        line.connect();
        JsonNode door = line.last("report").at("/doors/0");
        assertThat(door.path("state").asString()).isEqualTo("open");
        assertThat(door.at("/lanes/1/g").asDouble()).isCloseTo(200, within(2.0));
        cabinet.close(1);
        assertThat(line.events()).containsExactly("closed");
        assertThatThrownBy(() -> cabinet.close(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLockWithoutPowerFallsBack() {
        open("c-1", 1, SERVER + 8_000);
        uptime.pass(1_000);
        reboot();
        line.connect();
        assertThat(line.events()).containsExactly("relocked");
    }

    @Test
    void refusesVisitsThatCannotBe() {
        assertThatThrownBy(() -> cabinet.visit(3, plan(List.of(), null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cabinet.visit(1, plan(List.of(new Goods(3, 1)), null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cabinet.visit(1, plan(List.of(new Goods(1, 9)), null)))
                .isInstanceOf(IllegalArgumentException.class);
        cabinet.visit(1, plan(List.of(), 60_000L));
        open("c-1", 1, SERVER + 8_000);
        uptime.pass(1_000);
        assertThatThrownBy(() -> cabinet.visit(1, plan(List.of(), null)))
                .as("somebody is at the door")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void overlooksWhatItDoesNotKnow() {
        line.forget();
        line.down("{\"type\":\"sing\"}");
        line.down("not json");
        assertThat(line.sent).isEmpty();
    }

    private void reboot() {
        Memory.Kept kept = file().read();
        if (kept == null) {
            throw new AssertionError("nothing was kept");
        }
        line = new WatchedLine();
        uptime = new TurnedUptime();
        cabinet = powerUp(Memory.of(file(), kept));
    }

    private VirtualCabinet powerUp(Memory memory) {
        var booted =
                new VirtualCabinet(
                        "KM0001", memory, line, uptime, Clock.systemUTC(), new Random(1));
        booted.start();
        return booted;
    }

    private CabinetFile file() {
        return new CabinetFile(folder.resolve("KM0001.json"));
    }

    private Visit.Progress progress(int door) {
        Visit.@Nullable Progress progress = cabinet.visit(door);
        if (progress == null) {
            throw new AssertionError("no visit");
        }
        return progress;
    }

    private static VisitPlan plan(List<Goods> take, @Nullable Long closeAfterMs) {
        return new VisitPlan(take, null, null, null, null, null, closeAfterMs);
    }

    private void time(long serverTime, long heartbeatUp) {
        line.down(
                "{\"type\":\"time\",\"serverTime\":%d,\"heartbeatUp\":%d}"
                        .formatted(serverTime, heartbeatUp));
    }

    private void open(String id, int door, long expiresAt) {
        line.down(
                "{\"type\":\"open\",\"command\":\"%s\",\"door\":%d,\"issuedAt\":1,\"expiresAt\":%d}"
                        .formatted(id, door, expiresAt));
    }

    private void query(String id) {
        line.down(
                "{\"type\":\"query\",\"command\":\"%s\",\"door\":1,\"expiresAt\":%d}"
                        .formatted(id, SERVER + 600_000));
    }
}
