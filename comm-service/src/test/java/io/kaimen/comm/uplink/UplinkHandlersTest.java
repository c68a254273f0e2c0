package io.kaimen.comm.uplink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.comm.CommFixture;
import io.kaimen.comm.downlink.DownMessages;
import io.kaimen.comm.session.CabinetSession;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CabinetReported;
import io.kaimen.contracts.comm.CabinetReported.ReportedDoor;
import io.kaimen.contracts.comm.CommandAnswered;
import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.comm.LaneReading;
import io.kaimen.contracts.comm.Origin;
import io.kaimen.contracts.comm.WeightsReported;
import io.kaimen.contracts.comm.WeightsReported.Sample;
import io.kaimen.contracts.device.Cadence;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import org.junit.jupiter.api.Test;

class UplinkHandlersTest {

    private final CommFixture comm = new CommFixture();
    private final UplinkFixture.WatchedBatches batches = new UplinkFixture.WatchedBatches(comm);
    private final CabinetSession session =
            new CabinetSession("KM0001", 7, Cadence.DEFAULT, false, new EmbeddedChannel());
    private final Origin origin = new Origin("b1", 0, 900, CommFixture.NOW, "comm-1", 7);

    @Test
    void handsOnWhatACabinetSaysOfItself() {
        handle(
                new ReportHandler(comm.sender),
                """
                {"boot":"b1","up":900,"firmware":"2.1","doors":[
                  {"door":1,"state":"closed","lanes":[{"lane":1,"g":500.5,"s":1}]},
                  {"door":2,"state":"fault","lanes":[]}]}\
                """);
        var sent = comm.sender.only(Topic.CABINET_REPORTED);
        assertThat(sent.eventId()).isEqualTo("KM0001:b1:report:900");
        assertThat(sent.payload())
                .isEqualTo(
                        new CabinetReported(
                                "KM0001",
                                origin,
                                "2.1",
                                List.of(
                                        new ReportedDoor(
                                                1,
                                                DoorPosition.CLOSED,
                                                List.of(new LaneReading(1, 500.5, true))),
                                        new ReportedDoor(2, DoorPosition.FAULT, List.of()))));
    }

    @Test
    void handsOnTheWeightsOfAHeartbeatAndNotesItsTime() {
        handle(
                new HeartbeatHandler(comm.sender, batches, new DownMessages()),
                """
                {"boot":"b1","up":900,"doors":[
                  {"door":1,"state":"closed","lanes":[{"lane":1,"g":500.5,"s":1}]}]}\
                """);
        assertThat(batches.heartbeats).containsExactly("KM0001@" + CommFixture.NOW);
        var sent = comm.sender.only(Topic.WEIGHTS_REPORTED);
        assertThat(sent.eventId()).isEqualTo("KM0001:b1:heartbeat:900");
        assertThat(sent.payload())
                .isEqualTo(
                        new WeightsReported(
                                "KM0001",
                                List.of(
                                        new Sample(
                                                origin,
                                                1,
                                                DoorPosition.CLOSED,
                                                List.of(new LaneReading(1, 500.5, true))))));
    }

    @Test
    void sendsNothingForABareHeartbeat() {
        handle(
                new HeartbeatHandler(comm.sender, batches, new DownMessages()),
                "{\"boot\":\"b1\",\"up\":900}");
        assertThat(batches.heartbeats).hasSize(1);
        assertThat(comm.sender.sent).isEmpty();
    }

    @Test
    void handsOnAnAnswerUnderOneIdHoweverOftenItComes() {
        String answer =
                """
                {"boot":"b1","up":900,"command":"c-1","outcome":"refused","detail":"door is open"}\
                """;
        handle(new AnswerHandler(comm.sender), answer);
        handle(new AnswerHandler(comm.sender), answer.replace("900", "950"));
        assertThat(comm.sender.sent(Topic.COMMAND_ANSWERED))
                .extracting(sent -> sent.eventId())
                .containsOnly("KM0001:b1:answer:c-1:refused");
        assertThat(comm.sender.sent.getFirst().payload())
                .isEqualTo(
                        new CommandAnswered(
                                "c-1",
                                "KM0001",
                                "comm-1",
                                CommandAnswered.Outcome.REFUSED,
                                CommFixture.NOW,
                                "door is open"));
    }

    @Test
    void keepsAnswersToItsOwnCommandsToItself() {
        handle(
                new AnswerHandler(comm.sender),
                """
                {"boot":"b1","up":9,"command":"comm:configure:7","outcome":"acknowledged"}\
                """);
        assertThat(comm.sender.sent).isEmpty();
    }

    private void handle(UplinkHandler handler, String json) {
        var _ =
                handler.handle(
                        new Received(session, "comm-1", json.getBytes(UTF_8), CommFixture.NOW));
    }
}
