package io.kaimen.comm.server;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttVersion;

/** The CONNACK of an accepted cabinet. */
final class ConnectAnswers {

    private ConnectAnswers() {}

    /**
     * An MQTT 5 cabinet is told what it may expect; an MQTT 3.1.1 cabinet has read it in the
     * protocol.
     */
    static MqttConnAckMessage accepted(
            MqttConnectVariableHeader connect,
            int keepAliveSeconds,
            int receiveMaximum,
            int packetBytes) {
        var answer =
                MqttMessageBuilders.connAck()
                        .returnCode(MqttConnectReturnCode.CONNECTION_ACCEPTED)
                        .sessionPresent(false);
        if (connect.version() == MqttVersion.MQTT_5.protocolLevel()) {
            var told = new MqttProperties();
            // No session outlives its connection.
            told.add(new IntegerProperty(MqttProperties.SESSION_EXPIRY_INTERVAL, 0));
            told.add(new IntegerProperty(MqttProperties.SERVER_KEEP_ALIVE, keepAliveSeconds));
            told.add(new IntegerProperty(MqttProperties.RECEIVE_MAXIMUM, receiveMaximum));
            told.add(new IntegerProperty(MqttProperties.MAXIMUM_PACKET_SIZE, packetBytes));
            told.add(new IntegerProperty(MqttProperties.RETAIN_AVAILABLE, 0));
            told.add(new IntegerProperty(MqttProperties.WILDCARD_SUBSCRIPTION_AVAILABLE, 0));
            told.add(new IntegerProperty(MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0));
            told.add(new IntegerProperty(MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0));
            answer.properties(told);
        }
        return answer.build();
    }
}
