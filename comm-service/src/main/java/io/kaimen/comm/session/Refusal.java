package io.kaimen.comm.session;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttVersion;

/**
 * Why a CONNECT is refused. The label is for us; the codes tell a stranger less: whether a serial
 * number exists is nobody's business.
 */
public enum Refusal {
    PROTOCOL_VERSION(
            "protocol-version",
            MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION,
            MqttConnectReturnCode.CONNECTION_REFUSED_UNSUPPORTED_PROTOCOL_VERSION),
    CLIENT_IDENTIFIER(
            "client-identifier",
            MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED,
            MqttConnectReturnCode.CONNECTION_REFUSED_CLIENT_IDENTIFIER_NOT_VALID),
    /** No credential, or a user name that is not the client id. */
    NO_CREDENTIAL(
            "no-credential",
            MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD,
            MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD),
    UNKNOWN_CABINET(
            "unknown-cabinet",
            MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD,
            MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD),
    WRONG_CREDENTIAL(
            "wrong-credential",
            MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD,
            MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD),
    REVOKED(
            "revoked",
            MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED,
            MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5),
    /** Device-service could not be asked; the cabinet shall try again later. */
    UNAVAILABLE(
            "unavailable",
            MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE,
            MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5);

    private final String label;
    private final MqttConnectReturnCode code311;
    private final MqttConnectReturnCode code5;

    Refusal(String label, MqttConnectReturnCode code311, MqttConnectReturnCode code5) {
        this.label = label;
        this.code311 = code311;
        this.code5 = code5;
    }

    /** The reason as logs and metrics name it. */
    public String label() {
        return label;
    }

    MqttConnectReturnCode code(MqttVersion version) {
        return version == MqttVersion.MQTT_5 ? code5 : code311;
    }
}
