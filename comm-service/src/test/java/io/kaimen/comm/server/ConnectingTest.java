package io.kaimen.comm.server;

import static io.kaimen.comm.server.ServerFixture.SN;
import static io.kaimen.comm.server.ServerFixture.written;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_3_1_1;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_5;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.comm.CommFixture;
import io.kaimen.comm.session.CabinetSession;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CabinetConnected;
import io.kaimen.contracts.comm.CabinetGone;
import io.kaimen.contracts.device.CabinetSessionsApi.OpenSession;
import io.kaimen.contracts.device.CabinetSessionsApi.Outcome;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectingTest {

    private static final String CONNACK_311 = "20020000";

    private final ServerFixture server = new ServerFixture();

    @Test
    void acceptsACabinetThatDeviceServiceKnows() {
        EmbeddedChannel channel = server.open();
        channel.writeInbound(Frames.connect(SN, MQTT_3_1_1));
        assertThat(written(channel)).as("before it is judged").isEmpty();

        server.judge(channel);

        assertThat(written(channel)).isEqualTo(CONNACK_311);
        assertThat(server.sessions.find(SN)).isNotNull();
        assertThat(server.comm.sender.only(Topic.CABINET_CONNECTED).payload())
                .isEqualTo(new CabinetConnected(SN, "comm-1", 7, CommFixture.NOW));
    }

    @Test
    void tellsAnMqtt5CabinetWhatItMayExpect() {
        EmbeddedChannel channel = server.open();
        channel.writeInbound(Frames.connect(SN, MQTT_5));
        server.judge(channel);
        assertThat(written(channel))
                .startsWith("20")
                .contains("13003c") // server keep-alive 60 s
                .contains("210004") // receive maximum
                .contains("2700001000") // maximum packet size
                .contains("2500"); // no retain
    }

    @Test
    void asksWithTheHashAndNeverTheCredential() throws Exception {
        EmbeddedChannel channel = server.open();
        channel.writeInbound(Frames.connect(SN, MQTT_3_1_1));
        server.judge(channel);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest("open sesame".getBytes(UTF_8));
        assertThat(server.asked)
                .containsExactly(new OpenSession(SN, HexFormat.of().formatHex(hash), "comm-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_CABINET, 20020004, 86",
        "WRONG_CREDENTIAL, 20020004, 86",
        "REVOKED, 20020005, 87"
    })
    void refusesWhomDeviceServiceRefuses(Outcome outcome, String answer311, String code5) {
        server.outcome = outcome;
        EmbeddedChannel old = server.open();
        old.writeInbound(Frames.connect(SN, MQTT_3_1_1));
        server.judge(old);
        assertThat(written(old)).isEqualTo(answer311);
        assertThat(old.isOpen()).isFalse();

        EmbeddedChannel modern = server.open();
        modern.writeInbound(Frames.connect(SN, MQTT_5));
        server.judge(modern);
        assertThat(written(modern)).startsWith("200300" + code5);
        assertThat(modern.isOpen()).isFalse();

        assertThat(server.comm.sender.sent).as("nothing is announced").isEmpty();
        String reason = outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        assertThat(server.comm.counted("refusals", "reason", reason)).isEqualTo(2);
    }

    @Test
    void asksACabinetToComeAgainWhenDeviceServiceIsGone() {
        server.deviceServiceGone = true;
        EmbeddedChannel channel = server.open();
        channel.writeInbound(Frames.connect(SN, MQTT_3_1_1));
        server.judge(channel);
        assertThat(written(channel)).isEqualTo("20020003");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void refusesAUserNameThatIsNotTheClientId() {
        EmbeddedChannel channel = server.open();
        channel.writeInbound(
                encoded(
                        MqttMessageBuilders.connect()
                                .clientId(SN)
                                .username("KM0002")
                                .password("x".getBytes(UTF_8))
                                .hasUser(true)
                                .hasPassword(true)));
        assertThat(written(channel)).isEqualTo("20020004");
        assertThat(server.questions).isEmpty();
    }

    @Test
    void refusesASerialNumberThatWouldReachIntoOtherTopics() {
        for (String sn : new String[] {"KM/1", "+", "#", "KM 1", "K".repeat(33)}) {
            EmbeddedChannel channel = server.open();
            channel.writeInbound(Frames.connect(sn, MQTT_3_1_1));
            assertThat(written(channel)).as(sn).isEqualTo("20020002");
            assertThat(channel.isOpen()).isFalse();
        }
    }

    @Test
    void refusesMqtt31() {
        EmbeddedChannel channel = server.open();
        channel.writeInbound(Frames.connect(SN, io.netty.handler.codec.mqtt.MqttVersion.MQTT_3_1));
        assertThat(written(channel)).isEqualTo("20020001");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void closesAConnectionWhoseFirstPacketIsNotConnect() {
        EmbeddedChannel channel = server.open();
        channel.writeInbound(
                Frames.publish("cabinet/KM0001/up/event", MqttQoS.AT_LEAST_ONCE, 1, "{}"));
        assertThat(channel.isOpen()).isFalse();
        assertThat(written(channel)).isEmpty();
        assertThat(server.comm.counted("endings", "reason", "connect-not-first")).isEqualTo(1);
    }

    @Test
    void closesAConnectionThatNeverFinishesItsConnect() {
        EmbeddedChannel channel = server.open();
        channel.freezeTime();
        ByteBuf connect = Frames.connect(SN, MQTT_3_1_1);
        channel.writeInbound(connect.readBytes(connect.readableBytes() - 1));
        connect.release();

        channel.advanceTimeBy(9_900, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isTrue();

        channel.advanceTimeBy(200, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isFalse();
        assertThat(server.comm.counted("endings", "reason", "connect-too-late")).isEqualTo(1);
    }

    @Test
    void readsAConnectThatArrivesByteByByte() {
        EmbeddedChannel channel = server.open();
        ByteBuf connect = Frames.connect(SN, MQTT_3_1_1);
        while (connect.isReadable()) {
            channel.writeInbound(connect.readBytes(1));
        }
        connect.release();
        server.judge(channel);
        assertThat(written(channel)).isEqualTo(CONNACK_311);
    }

    @Test
    void keepsWhatIsGluedToTheConnectUntilItIsJudged() {
        EmbeddedChannel channel = server.open();
        channel.writeInbound(
                Unpooled.wrappedBuffer(
                        Frames.connect(SN, MQTT_3_1_1),
                        Frames.subscribe("cabinet/KM0001/down", 3),
                        Frames.ping()));
        assertThat(written(channel)).isEmpty();
        server.judge(channel);
        assertThat(written(channel))
                .startsWith(CONNACK_311 + "9003000301") // SUBACK
                .endsWith("d000"); // PINGRESP
    }

    @Test
    void closesOnAPacketThatIsTooLarge() {
        EmbeddedChannel channel = server.open();
        // A CONNECT that announces 16,384 bytes.
        channel.writeInbound(Unpooled.wrappedBuffer(HexFormat.of().parseHex("10808001")));
        assertThat(channel.isOpen()).isFalse();
        assertThat(server.comm.counted("endings", "reason", "packet-too-large")).isEqualTo(1);
    }

    @Test
    void closesOnBytesThatAreNotMqtt() {
        EmbeddedChannel channel = server.open();
        channel.writeInbound(Unpooled.copiedBuffer("GET / HTTP/1.1\r\n\r\n", UTF_8));
        assertThat(channel.isOpen()).isFalse();
        assertThat(server.comm.counted("endings", "reason", "malformed-packet")).isEqualTo(1);
    }

    @Test
    void turnsAwayConnectionsBeyondTheBound() {
        server.open();
        server.open();
        server.open();
        assertThat(server.open().isOpen()).isFalse();
        assertThat(server.comm.counted("endings", "reason", "too-many-connections")).isEqualTo(1);
    }

    @Test
    void aSecondConnectionOfACabinetTakesOver() {
        EmbeddedChannel first = server.connected(MQTT_5);
        server.epoch = 8;
        EmbeddedChannel second = server.connected(MQTT_3_1_1);
        first.runPendingTasks();

        assertThat(written(first)).isEqualTo("e0028e00"); // DISCONNECT: session taken over
        assertThat(first.isOpen()).isFalse();
        assertThat(second.isOpen()).isTrue();
        assertThat(server.sessions.find(SN)).extracting(CabinetSession::epoch).isEqualTo(8L);
        assertThat(server.comm.sender.only(Topic.CABINET_GONE).payload())
                .isEqualTo(new CabinetGone(SN, "comm-1", 7, CommFixture.NOW, "taken-over"));
    }

    @Test
    void aConnectionJudgedLateDoesNotReplaceANewerOne() {
        server.epoch = 9;
        EmbeddedChannel newer = server.connected(MQTT_3_1_1);
        server.epoch = 8;
        EmbeddedChannel older = server.open();
        older.writeInbound(Frames.connect(SN, MQTT_3_1_1));
        server.judge(older);

        assertThat(older.isOpen()).isFalse();
        assertThat(newer.isOpen()).isTrue();
        assertThat(server.sessions.find(SN)).extracting(CabinetSession::epoch).isEqualTo(9L);
        assertThat(server.comm.sender.only(Topic.CABINET_GONE).payload())
                .isEqualTo(new CabinetGone(SN, "comm-1", 8, CommFixture.NOW, "taken-over"));
    }

    @Test
    void announcesACabinetThatLeftWhileItWasJudgedAsGone() {
        EmbeddedChannel channel = server.open();
        channel.writeInbound(Frames.connect(SN, MQTT_3_1_1));
        channel.close();
        server.judge(channel);
        assertThat(server.sessions.find(SN)).isNull();
        assertThat(server.comm.sender.only(Topic.CABINET_GONE).payload())
                .isEqualTo(new CabinetGone(SN, "comm-1", 7, CommFixture.NOW, "lost"));
    }

    @Test
    void announcesALostConnectionWithItsEpoch() {
        EmbeddedChannel channel = server.connected(MQTT_3_1_1);
        channel.close();
        assertThat(server.sessions.find(SN)).isNull();
        assertThat(server.comm.sender.only(Topic.CABINET_GONE).payload())
                .isEqualTo(new CabinetGone(SN, "comm-1", 7, CommFixture.NOW, "lost"));
    }

    private static ByteBuf encoded(MqttMessageBuilders.ConnectBuilder connect) {
        return Frames.bytes(connect.protocolVersion(MQTT_3_1_1).build());
    }
}
