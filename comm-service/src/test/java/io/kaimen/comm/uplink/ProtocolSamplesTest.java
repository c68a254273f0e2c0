package io.kaimen.comm.uplink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.comm.CommFixture;
import io.kaimen.comm.ProtocolPage;
import io.kaimen.comm.ProtocolPage.Step;
import io.kaimen.comm.downlink.DownMessages;
import io.kaimen.comm.session.CabinetSession;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CommandAnswered;
import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.contracts.device.Cadence;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the protocol page prints, this service takes. */
class ProtocolSamplesTest {

    private final CommFixture comm = new CommFixture();
    private final CabinetSession session =
            new CabinetSession("KM0001", 7, Cadence.DEFAULT, false, new EmbeddedChannel());
    private final Map<String, UplinkHandler> handlers =
            Stream.of(
                            new ReportHandler(comm.sender),
                            new HeartbeatHandler(
                                    comm.sender,
                                    new UplinkFixture.WatchedBatches(comm),
                                    new DownMessages()),
                            new WeightsHandler(comm.sender),
                            new EventHandler(comm.sender),
                            new AnswerHandler(comm.sender))
                    .collect(Collectors.toMap(UplinkHandler::kind, Function.identity()));

    @ParameterizedTest
    @ValueSource(strings = {"report", "heartbeat", "weights", "event", "answer"})
    void takesTheSamplesOfAKind(String kind) {
        List<String> samples = ProtocolPage.samples(kind);
        samples.forEach(sample -> take(kind, sample));
        assertThat(comm.sender.sent).hasSameSizeAs(samples);
    }

    @Test
    void takesEveryMessageOfTheWorkedPurchase() {
        List<Step> up = ProtocolPage.purchase().stream().filter(Step::up).toList();
        assertThat(up).hasSizeGreaterThan(8);
        up.forEach(step -> take(step.kind(), step.json()));
        assertThat(comm.sender.sent(Topic.DOOR_REPORTED))
                .extracting(sent -> ((DoorReported) sent.payload()).kind())
                .containsExactly(
                        DoorReported.Kind.UNLOCKED,
                        DoorReported.Kind.OPENED,
                        DoorReported.Kind.CLOSED);
        assertThat(comm.sender.only(Topic.COMMAND_ANSWERED).payload())
                .extracting(answer -> ((CommandAnswered) answer).outcome())
                .isEqualTo(CommandAnswered.Outcome.ACKNOWLEDGED);
    }

    private void take(String kind, String json) {
        var _ =
                Objects.requireNonNull(handlers.get(kind))
                        .handle(
                                new Received(
                                        session, "comm-1", json.getBytes(UTF_8), CommFixture.NOW));
    }
}
