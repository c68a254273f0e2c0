package io.kaimen.comm.uplink;

import io.kaimen.comm.session.CabinetSession;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;

/**
 * What a cabinet gets for one published message: nothing at QoS 0, PUBACK at QoS 1, PUBREC at QoS
 * 2. On the channel's event loop only.
 */
record Receipt(CabinetSession session, MqttQoS qos, int packetId) {

    private static final byte SUCCESS = 0;
    private static final byte PAYLOAD_FORMAT_INVALID = (byte) 0x99;

    /** The message is stored. */
    void accept() {
        if (qos == MqttQoS.EXACTLY_ONCE) {
            Unreleased.of(session.channel()).markStored(packetId);
        }
        write(SUCCESS);
    }

    /** The message is dropped and must not come again; MQTT 5 can say so. */
    void drop() {
        if (qos == MqttQoS.EXACTLY_ONCE && session.mqtt5()) {
            // A failure in PUBREC ends the exchange.
            Unreleased.of(session.channel()).remove(packetId);
        } else if (qos == MqttQoS.EXACTLY_ONCE) {
            Unreleased.of(session.channel()).markStored(packetId);
        }
        write(PAYLOAD_FORMAT_INVALID);
    }

    private void write(byte reason) {
        switch (qos) {
            case AT_LEAST_ONCE -> write(MqttMessageType.PUBACK, reason);
            case EXACTLY_ONCE -> write(MqttMessageType.PUBREC, reason);
            default -> {}
        }
    }

    private void write(MqttMessageType type, byte reason) {
        MqttMessageIdVariableHeader header =
                session.mqtt5() && reason != SUCCESS
                        ? new MqttPubReplyMessageVariableHeader(
                                packetId, reason, MqttProperties.NO_PROPERTIES)
                        : MqttMessageIdVariableHeader.from(packetId);
        write(session.channel(), type, header);
    }

    /** Ends the exchange of a QoS 2 message. */
    static void complete(Channel channel, int packetId) {
        write(channel, MqttMessageType.PUBCOMP, MqttMessageIdVariableHeader.from(packetId));
    }

    private static void write(
            Channel channel, MqttMessageType type, MqttMessageIdVariableHeader header) {
        var fixed = new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0);
        channel.writeAndFlush(new MqttMessage(fixed, header), channel.voidPromise());
    }
}
