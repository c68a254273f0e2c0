package io.kaimen.device.cabinet;

import static io.kaimen.device.TestCabinets.stable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CabinetGone;
import io.kaimen.contracts.comm.CabinetReported.ReportedDoor;
import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.contracts.device.CabinetSessionsApi.Outcome;
import io.kaimen.contracts.device.CabinetSessionsApi.SessionAnswer;
import io.kaimen.contracts.device.CabinetStatus;
import io.kaimen.contracts.device.CabinetStatusChanged;
import io.kaimen.contracts.device.Cadence;
import io.kaimen.device.DeviceTest;
import io.kaimen.device.RecordedMessages;
import io.kaimen.device.TestCabinets;
import io.kaimen.device.TestCabinets.TestCabinet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DeviceTest
class CabinetLifeIT {

    @Autowired private TestCabinets cabinets;
    @Autowired private RecordedMessages messages;
    @Autowired private RedissonClient redis;
    @Autowired private CabinetGoneHandler goneHandler;
    @Autowired private TransactionTemplate transaction;

    @Test
    void comesOnlineWithConnectionReportAndPlanogram() {
        TestCabinet cabinet = cabinets.registered();
        assertThat(cabinet.status()).isEqualTo("REGISTERED");
        cabinet.connect("comm-1");
        cabinet.awaitStatus("PENDING_INIT");
        cabinet.report(3300, 5000, 3300);
        await().until(() -> reportedAt(cabinet));
        assertThat(cabinet.status()).isEqualTo("PENDING_INIT");
        cabinet.plan();
        cabinet.awaitStatus("ONLINE");
        await().until(() -> changes(cabinet).size() == 2);
        assertThat(changes(cabinet))
                .extracting(CabinetStatusChanged::to)
                .containsExactly(CabinetStatus.PENDING_INIT, CabinetStatus.ONLINE);
        assertThat(redis.getMap("kaimen:cabinet:" + cabinet.sn, StringCodec.INSTANCE).readAllMap())
                .containsEntry("status", "ONLINE")
                .containsEntry("door:1", "CLOSED");
    }

    @Test
    void staysUninitialisedWhileALaneIsMissingFromItsReport() {
        TestCabinet cabinet = cabinets.registered();
        cabinet.plan();
        cabinet.connect("comm-1");
        cabinet.report(
                List.of(
                        new ReportedDoor(1, DoorPosition.CLOSED, List.of(stable(1, 3300))),
                        new ReportedDoor(2, DoorPosition.CLOSED, List.of(stable(3, 3300)))));
        await().until(() ->
                redis.getMap("kaimen:cabinet:" + cabinet.sn, StringCodec.INSTANCE)
                        .containsKey("lane:3"));
        assertThat(cabinet.status()).isEqualTo("PENDING_INIT");
        cabinet.report(3300, 5000, 3300);
        cabinet.awaitStatus("ONLINE");
    }

    @Test
    void acceptsItsOwnCredentialOnly() {
        TestCabinet cabinet = cabinets.registered();
        SessionAnswer accepted = cabinet.open("comm-1");
        assertThat(accepted.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(accepted.epoch()).isEqualTo(1);
        assertThat(accepted.cadence()).isEqualTo(new Cadence(30_000, 30_000, 300, 8_000, 1_000));
        TestCabinet impostor = cabinets.new TestCabinet(cabinet.sn, "guessed");
        assertThat(impostor.open("comm-1"))
                .isEqualTo(new SessionAnswer(Outcome.WRONG_CREDENTIAL, 0, null));
        TestCabinet stranger = cabinets.new TestCabinet("NOBODY", "guessed");
        assertThat(stranger.open("comm-1").outcome()).isEqualTo(Outcome.UNKNOWN_CABINET);
    }

    @Test
    void aRotatedCredentialReplacesTheOldOne() {
        TestCabinet cabinet = cabinets.registered();
        String fresh =
                cabinets.operators()
                        .post("/admin/cabinets/" + cabinet.sn + "/credential", "{}")
                        .body()
                        .path("credential")
                        .asString();
        assertThat(cabinet.open("comm-1").outcome()).isEqualTo(Outcome.WRONG_CREDENTIAL);
        assertThat(cabinets.new TestCabinet(cabinet.sn, fresh).open("comm-1").outcome())
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aRevokedCabinetIsCutOffWhereItIs() {
        TestCabinet cabinet = cabinets.selling();
        assertThat(
                        cabinets.operators()
                                .delete("/admin/cabinets/" + cabinet.sn + "/credential")
                                .code())
                .isEqualTo(204);
        assertThat(cabinet.open("comm-1").outcome()).isEqualTo(Outcome.REVOKED);
        await().untilAsserted(() ->
                assertThat(commands(cabinet))
                        .singleElement()
                        .hasFieldOrPropertyWithValue("instance", "comm-1")
                        .hasFieldOrPropertyWithValue("kind", CabinetCommand.Kind.DISCONNECT));
    }

    @Test
    void aLateGoneNeverErasesANewerRoute() {
        TestCabinet cabinet = cabinets.selling();
        long second = cabinet.connect("comm-2");
        handleNow(cabinet, "comm-1", second - 1);
        handleNow(cabinet, "comm-1", second);
        assertThat(route(cabinet)).isEqualTo(Map.of("instance", "comm-2", "epoch", "2"));
        assertThat(shownInstance(cabinet)).isEqualTo("comm-2");
        gone(cabinet, "comm-2", second);
        await().until(() -> shownInstance(cabinet).isEmpty());
        await().until(() -> !route(cabinet).containsKey("instance"));
        // What comes late of the ended connection does not bring it back.
        cabinet.announceConnection();
        assertThat(cabinet.connect("comm-1")).isEqualTo(3);
        await().until(() -> "comm-1".equals(route(cabinet).get("instance")));
    }

    @Test
    void everyConnectionHasAnEpochOfItsOwnAndTheHighestHasTheRoute() throws Exception {
        TestCabinet cabinet = cabinets.registered();
        List<Callable<SessionAnswer>> all =
                IntStream.range(0, 20)
                        .<Callable<SessionAnswer>>mapToObj(n -> () -> cabinet.open("comm-" + n))
                        .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<Long> epochs =
                    threads.invokeAll(all).stream()
                            .map(Future::resultNow)
                            .map(SessionAnswer::epoch)
                            .toList();
            assertThat(epochs).doesNotHaveDuplicates().contains(1L, 20L);
            assertThat(route(cabinet))
                    .containsEntry("epoch", "20")
                    .containsEntry("instance", "comm-" + epochs.indexOf(20L));
        }
    }

    @Test
    void aRouteLostWithRedisComesBackWhenItsInstanceAnnouncesIt() {
        TestCabinet cabinet = cabinets.selling();
        redis.getKeys().delete("kaimen:route:" + cabinet.sn);
        cabinet.announceConnection();
        await().until(() -> route(cabinet).equals(Map.of("instance", "comm-1", "epoch", "1")));
    }

    private void gone(TestCabinet cabinet, String instance, long epoch) {
        cabinet.send(
                Topic.CABINET_GONE,
                new CabinetGone(cabinet.sn, instance, epoch, Instant.now(), "closed"));
    }

    /** As from the broker, but through with it on return. */
    private void handleNow(TestCabinet cabinet, String instance, long epoch) {
        var payload = new CabinetGone(cabinet.sn, instance, epoch, Instant.now(), "closed");
        transaction.executeWithoutResult(status ->
                goneHandler.handle(
                        new Envelope<>(
                                UUID.randomUUID().toString(),
                                Topic.CABINET_GONE.topicName(),
                                cabinet.sn,
                                Instant.now(),
                                "test",
                                payload)));
    }

    private Map<String, String> route(TestCabinet cabinet) {
        return redis.<String, String>getMap("kaimen:route:" + cabinet.sn, StringCodec.INSTANCE)
                .readAllMap();
    }

    private String shownInstance(TestCabinet cabinet) {
        return cabinets.operators()
                .get("/admin/cabinets/" + cabinet.sn)
                .body()
                .path("route")
                .path("instance")
                .asString("");
    }

    private boolean reportedAt(TestCabinet cabinet) {
        return !cabinets.operators()
                .get("/admin/cabinets/" + cabinet.sn)
                .body()
                .path("reportedAt")
                .isNull();
    }

    private List<CabinetStatusChanged> changes(TestCabinet cabinet) {
        return messages.of(Topic.CABINET_STATUS_CHANGED, cabinet.sn, CabinetStatusChanged.class);
    }

    private List<CabinetCommand> commands(TestCabinet cabinet) {
        return messages.of(Topic.CABINET_COMMAND, cabinet.sn, CabinetCommand.class);
    }
}
