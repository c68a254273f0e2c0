package io.kaimen.comm.server;

import static io.kaimen.comm.server.ServerFixture.SN;
import static io.kaimen.comm.server.ServerFixture.written;
import static io.netty.handler.codec.mqtt.MqttQoS.AT_LEAST_ONCE;
import static io.netty.handler.codec.mqtt.MqttQoS.AT_MOST_ONCE;
import static io.netty.handler.codec.mqtt.MqttQoS.EXACTLY_ONCE;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_3_1_1;
import static io.netty.handler.codec.mqtt.MqttVersion.MQTT_5;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.comm.CommFixture;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CabinetGone;
import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.contracts.comm.Origin;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketsTest {

    private static final String EVENTS = "cabinet/KM0001/up/event";
    private static final String WEIGHTS = "cabinet/KM0001/up/weights";
    private static final String OPENED =
            """
            {"boot":"b1","up":5000,"seq":12,"door":1,"event":"opened","command":"c-1"}\
            """;
    private static final String READING =
            """
            {"boot":"b1","up":5000,"door":1,"state":"open","lanes":[{"lane":1,"g":1234.5,"s":1}]}\
            """;

    private final ServerFixture server = new ServerFixture();
    private final EmbeddedChannel channel = server.connected(MQTT_3_1_1);

    @Test
    void acknowledgesAnEventWhenTheBrokerHasItAndNotBefore() {
        channel.writeInbound(Frames.publish(EVENTS, AT_LEAST_ONCE, 21, OPENED));
        var sent = server.comm.sender.only(Topic.DOOR_REPORTED);
        assertThat(sent.eventId()).isEqualTo("KM0001:b1:12");
        assertThat(sent.payload())
                .isEqualTo(
                        new DoorReported(
                                SN,
                                new Origin("b1", 12, 5_000, CommFixture.NOW, "comm-1", 7),
                                1,
                                DoorReported.Kind.OPENED,
                                "c-1"));
        assertThat(written(channel)).as("not yet stored").isEmpty();

        sent.stored().complete(null);

        assertThat(written(channel)).isEqualTo("40020015");
    }

    @Test
    void endsTheConnectionWithoutPubackWhenAnEventIsNotStored() {
        channel.writeInbound(Frames.publish(EVENTS, AT_LEAST_ONCE, 21, OPENED));
        server.comm
                .sender
                .only(Topic.DOOR_REPORTED)
                .stored()
                .completeExceptionally(new IllegalStateException("no broker"));
        assertThat(written(channel)).isEmpty();
        assertThat(channel.isOpen()).isFalse();
        assertThat(server.comm.counted("endings", "reason", "not-stored")).isEqualTo(1);
    }

    @Test
    void survivesALostReadingThatNobodyWaitsFor() {
        channel.writeInbound(Frames.publish(WEIGHTS, AT_MOST_ONCE, -1, READING));
        server.comm
                .sender
                .only(Topic.WEIGHTS_REPORTED)
                .stored()
                .completeExceptionally(new IllegalStateException("no broker"));
        channel.runPendingTasks();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void acknowledgesAndDropsWhatIsInvalid() {
        channel.writeInbound(Frames.publish(EVENTS, AT_LEAST_ONCE, 21, "{\"boot\":\"b1\"}"));
        assertThat(written(channel)).isEqualTo("40020015");
        assertThat(channel.isOpen()).isTrue();
        assertThat(server.comm.sender.sent(Topic.DOOR_REPORTED)).isEmpty();
        assertThat(server.comm.counted("messages", "result", "invalid")).isEqualTo(1);
    }

    @Test
    void tellsAnMqtt5CabinetThatItsPayloadIsInvalid() {
        server.epoch = 8;
        EmbeddedChannel modern = server.connected(MQTT_5);
        modern.writeInbound(mqtt5Publish(21, "not json"));
        assertThat(written(modern)).isEqualTo("400400159900");
    }

    @Test
    void handlesAQos2MessageOnce() {
        channel.writeInbound(Frames.publish(EVENTS, EXACTLY_ONCE, 9, OPENED));
        channel.writeInbound(Frames.publish(EVENTS, EXACTLY_ONCE, 9, OPENED));
        var sent = server.comm.sender.only(Topic.DOOR_REPORTED);
        assertThat(written(channel)).isEmpty();

        sent.stored().complete(null);
        assertThat(written(channel)).as("PUBREC").isEqualTo("50020009");
        channel.writeInbound(Frames.publish(EVENTS, EXACTLY_ONCE, 9, OPENED));
        assertThat(written(channel)).as("PUBREC again").isEqualTo("50020009");
        channel.writeInbound(Frames.pubRel(9));
        assertThat(written(channel)).as("PUBCOMP").isEqualTo("70020009");

        assertThat(server.comm.sender.sent(Topic.DOOR_REPORTED)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cabinet/KM0002/up/event",
                "cabinet/KM0001/up/nonsense",
                "cabinet/KM0001/down",
                "cabinet/KM0001/up/",
                "cabinet/KM00011/up/event",
                "something/else"
            })
    void closesOnAPublishBeyondItsOwnTopics(String topic) {
        channel.writeInbound(Frames.publish(topic, AT_LEAST_ONCE, 1, OPENED));
        assertThat(channel.isOpen()).isFalse();
        assertThat(written(channel)).isEmpty();
        assertThat(server.comm.counted("endings", "reason", "foreign-topic")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cabinet/KM0002/down",
                "#",
                "cabinet/+/down",
                "$share/g/cabinet/KM0001/down"
            })
    void closesOnASubscriptionBeyondItsOwnTopic(String filter) {
        channel.writeInbound(Frames.subscribe(filter, 1));
        assertThat(channel.isOpen()).isFalse();
        assertThat(written(channel)).isEmpty();
        assertThat(server.comm.counted("endings", "reason", "foreign-subscription")).isEqualTo(1);
    }

    @Test
    void sendsTheCadenceRightAfterTheSubscription() {
        channel.writeInbound(Frames.subscribe("cabinet/KM0001/down", 5));
        String wire = written(channel);
        assertThat(wire).startsWith("9003000501").as("SUBACK with QoS 1");
        assertThat(new String(HexFormat.of().parseHex(wire), UTF_8))
                .contains("cabinet/KM0001/down")
                .contains("\"type\":\"configure\"")
                .contains("\"openWeightsMs\":300");
        channel.writeInbound(Frames.subscribe("cabinet/KM0001/down", 6));
        assertThat(written(channel)).as("once in a connection").isEqualTo("9003000601");
    }

    @Test
    void answersAHeartbeatWithTheServersTime() {
        channel.writeInbound(Frames.subscribe("cabinet/KM0001/down", 5));
        written(channel);
        channel.writeInbound(
                Frames.publish(
                        "cabinet/KM0001/up/heartbeat",
                        AT_MOST_ONCE,
                        -1,
                        "{\"boot\":\"b1\",\"up\":4711}"));
        assertThat(new String(HexFormat.of().parseHex(written(channel)), UTF_8))
                .endsWith(
                        "{\"type\":\"time\",\"serverTime\":"
                                + CommFixture.NOW.toEpochMilli()
                                + ",\"heartbeatUp\":4711}");
    }

    @Test
    void readsGluedAndSplitPacketsAlike() {
        ByteBuf both =
                Unpooled.wrappedBuffer(
                        Frames.publish(EVENTS, AT_LEAST_ONCE, 1, OPENED),
                        Frames.publish(EVENTS, AT_LEAST_ONCE, 2, OPENED.replace("12", "13")));
        int cut = both.readableBytes() - 30;
        channel.writeInbound(both.readBytes(cut));
        assertThat(server.comm.sender.sent(Topic.DOOR_REPORTED)).hasSize(1);
        channel.writeInbound(both);
        assertThat(server.comm.sender.sent(Topic.DOOR_REPORTED)).hasSize(2);
    }

    @Test
    void stopsReadingACabinetWithTooMuchUnderWay() {
        for (int id = 1; id <= 6; id++) {
            channel.writeInbound(Frames.publish(WEIGHTS, AT_LEAST_ONCE, id, READING));
        }
        assertThat(server.comm.sender.sent(Topic.WEIGHTS_REPORTED)).hasSize(4);
        assertThat(channel.config().isAutoRead()).isFalse();

        server.comm.sender.sent(Topic.WEIGHTS_REPORTED).get(0).stored().complete(null);
        assertThat(written(channel)).isEqualTo("40020001");
        assertThat(server.comm.sender.sent(Topic.WEIGHTS_REPORTED)).hasSize(5);

        server.comm.sender.sent(Topic.WEIGHTS_REPORTED).get(1).stored().complete(null);
        server.comm.sender.sent(Topic.WEIGHTS_REPORTED).get(2).stored().complete(null);
        channel.runPendingTasks();
        assertThat(server.comm.sender.sent(Topic.WEIGHTS_REPORTED)).hasSize(6);
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void closesOnASecondConnect() {
        channel.writeInbound(Frames.connect(SN, MQTT_3_1_1));
        assertThat(channel.isOpen()).isFalse();
        assertThat(server.comm.counted("endings", "reason", "second-connect")).isEqualTo(1);
    }

    @Test
    void closesOnAPacketOnlyAServerSends() {
        channel.writeInbound(Unpooled.wrappedBuffer(HexFormat.of().parseHex("20020000")));
        assertThat(channel.isOpen()).isFalse();
        assertThat(server.comm.counted("endings", "reason", "unexpected-packet")).isEqualTo(1);
    }

    @Test
    void closesOnAnOversizedPublish() {
        channel.writeInbound(
                Frames.publish(WEIGHTS, AT_LEAST_ONCE, 1, " ".repeat(5_000) + READING));
        assertThat(channel.isOpen()).isFalse();
        assertThat(server.comm.counted("endings", "reason", "packet-too-large")).isEqualTo(1);
    }

    @Test
    void handlesNothingThatFollowsAReasonToClose() {
        channel.writeInbound(
                Unpooled.wrappedBuffer(
                        Frames.publish("elsewhere", AT_LEAST_ONCE, 1, OPENED),
                        Frames.publish(EVENTS, AT_LEAST_ONCE, 2, OPENED)));
        assertThat(server.comm.sender.sent(Topic.DOOR_REPORTED)).isEmpty();
    }

    @Test
    void closesACabinetThatIsSilentForOneAndAHalfKeepAlives() {
        var fresh = new ServerFixture();
        EmbeddedChannel silent = fresh.open();
        silent.freezeTime();
        silent.writeInbound(Frames.connect(SN, MQTT_3_1_1));
        fresh.judge(silent);
        silent.advanceTimeBy(89, TimeUnit.SECONDS);
        silent.writeInbound(Frames.ping());
        silent.advanceTimeBy(89, TimeUnit.SECONDS);
        silent.runScheduledPendingTasks();
        assertThat(silent.isOpen()).isTrue();

        // A byte is no packet.
        silent.writeInbound(Unpooled.wrappedBuffer(new byte[] {(byte) 0xc0}));
        silent.advanceTimeBy(2, TimeUnit.SECONDS);
        silent.runScheduledPendingTasks();
        assertThat(silent.isOpen()).isFalse();
        assertThat(fresh.comm.counted("endings", "reason", "keep-alive-missed")).isEqualTo(1);
    }

    @Test
    void isNotReadWhileItDoesNotRead() {
        full(channel, true);
        channel.writeInbound(Frames.publish(WEIGHTS, AT_LEAST_ONCE, 1, READING));
        assertThat(channel.config().isAutoRead()).isFalse();

        full(channel, false);
        server.comm.sender.only(Topic.WEIGHTS_REPORTED).stored().complete(null);
        assertThat(written(channel)).isEqualTo("40020001");
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void closesACabinetThatNeverReads() {
        var fresh = new ServerFixture();
        EmbeddedChannel deaf = fresh.open();
        deaf.freezeTime();
        deaf.writeInbound(Frames.connect(SN, MQTT_3_1_1));
        fresh.judge(deaf);
        full(deaf, true);
        deaf.advanceTimeBy(91, TimeUnit.SECONDS);
        deaf.runScheduledPendingTasks();
        assertThat(deaf.isOpen()).isFalse();
        assertThat(fresh.comm.counted("endings", "reason", "not-reading")).isEqualTo(1);
    }

    /** As when what was written before is still in the outbound buffer. */
    private static void full(EmbeddedChannel channel, boolean full) {
        requireNonNull(channel.unsafe().outboundBuffer()).setUserDefinedWritability(1, !full);
        channel.runPendingTasks();
    }

    @Test
    void aCabinetThatSaysGoodbyeHasLeft() {
        channel.writeInbound(Frames.disconnect());
        assertThat(channel.isOpen()).isFalse();
        assertThat(((CabinetGone) server.comm.sender.only(Topic.CABINET_GONE).payload()).reason())
                .isEqualTo("left");
    }

    private static ByteBuf mqtt5Publish(int packetId, String payload) {
        byte[] topic = EVENTS.getBytes(UTF_8);
        byte[] body = payload.getBytes(UTF_8);
        return Unpooled.buffer()
                .writeByte(0x32)
                .writeByte(2 + topic.length + 2 + 1 + body.length)
                .writeShort(topic.length)
                .writeBytes(topic)
                .writeShort(packetId)
                .writeByte(0)
                .writeBytes(body);
    }
}
