package io.kaimen.comm.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;

/** MQTT packets as bytes, as a cabinet would write them. */
final class Frames {

    private Frames() {}

    static ByteBuf connect(String sn, MqttVersion version) {
        return bytes(
                MqttMessageBuilders.connect()
                        .clientId(sn)
                        .username(sn)
                        .password("open sesame".getBytes(UTF_8))
                        .hasUser(true)
                        .hasPassword(true)
                        .protocolVersion(version)
                        .cleanSession(true)
                        .keepAlive(60)
                        .build());
    }

    static ByteBuf publish(String topic, MqttQoS qos, int packetId, String payload) {
        return bytes(
                MqttMessageBuilders.publish()
                        .topicName(topic)
                        .qos(qos)
                        .messageId(packetId)
                        .payload(Unpooled.copiedBuffer(payload, UTF_8))
                        .build());
    }

    static ByteBuf subscribe(String filter, int packetId) {
        return bytes(
                MqttMessageBuilders.subscribe()
                        .addSubscription(MqttQoS.AT_LEAST_ONCE, filter)
                        .messageId(packetId)
                        .build());
    }

    static ByteBuf pubRel(int packetId) {
        return bytes(
                new MqttMessage(
                        new MqttFixedHeader(
                                MqttMessageType.PUBREL, false, MqttQoS.AT_LEAST_ONCE, false, 0),
                        MqttMessageIdVariableHeader.from(packetId)));
    }

    static ByteBuf ping() {
        return bytes(MqttMessage.PINGREQ);
    }

    static ByteBuf disconnect() {
        return bytes(MqttMessage.DISCONNECT);
    }

    static ByteBuf bytes(MqttMessage message) {
        var encoder = new EmbeddedChannel(MqttEncoder.INSTANCE);
        encoder.writeOutbound(message);
        ByteBuf bytes = encoder.readOutbound();
        encoder.finish();
        return bytes;
    }
}
