package io.kaimen.comm.downlink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.comm.ProtocolPage;
import io.kaimen.comm.session.CabinetSession;
import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.contracts.device.CabinetCommand.Kind;
import io.kaimen.contracts.device.Cadence;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the protocol page prints, this service writes. */
class ProtocolSamplesTest {

    private final JsonMapper mapper = JsonMapper.shared();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final CabinetSession session =
            new CabinetSession("KM0001", 42, Cadence.DEFAULT, false, channel);

    @Test
    void writesTheOpenCommandOfThePage() {
        JsonNode sample = sample("open");
        assertThat(written(command(sample, Kind.OPEN_DOOR, null))).isEqualTo(sample);
    }

    @Test
    void writesTheQueryOfThePage() {
        JsonNode sample = sample("query");
        assertThat(written(command(sample, Kind.QUERY_DOOR, null))).isEqualTo(sample);
    }

    @Test
    void writesTheCadenceOfThePage() {
        JsonNode sample = sample("configure");
        assertThat(written(command(sample, Kind.CONFIGURE, Cadence.DEFAULT))).isEqualTo(sample);
        session.subscribed(MqttQoS.AT_LEAST_ONCE);
        new DownMessages().configure(session);
        assertThat(published()).isEqualTo(sample);
    }

    @Test
    void writesTheTimeOfThePage() {
        JsonNode sample = sample("time");
        session.subscribed(MqttQoS.AT_LEAST_ONCE);
        new DownMessages()
                .tellTime(
                        session,
                        Instant.ofEpochMilli(sample.path("serverTime").asLong()),
                        sample.path("heartbeatUp").asLong());
        channel.runPendingTasks();
        assertThat(published()).isEqualTo(sample);
    }

    private JsonNode sample(String type) {
        JsonNode sample = mapper.readTree(ProtocolPage.samples(type).getFirst());
        assertThat(sample.path("type").asString()).isEqualTo(type);
        return sample;
    }

    private static CabinetCommand command(JsonNode sample, Kind kind, @Nullable Cadence cadence) {
        return new CabinetCommand(
                sample.path("command").asString(),
                "KM0001",
                "comm-1",
                42,
                kind,
                sample.path("door").asInt(0),
                Instant.ofEpochMilli(sample.path("issuedAt").asLong(0)),
                Instant.ofEpochMilli(sample.path("expiresAt").asLong(0)),
                cadence);
    }

    private JsonNode written(CabinetCommand command) {
        return mapper.readTree(DownMessages.payloadOf(command));
    }

    private JsonNode published() {
        MqttPublishMessage publish = channel.readOutbound();
        try {
            return mapper.readTree(publish.payload().toString(UTF_8));
        } finally {
            publish.release();
        }
    }
}
