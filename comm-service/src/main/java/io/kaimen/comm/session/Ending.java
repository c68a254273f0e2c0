package io.kaimen.comm.session;

import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection ends: for logs, metrics and CABINET_GONE by its label; for the cabinet by a
 * coarser MQTT 5 reason code, or by nothing but the closed socket.
 */
public enum Ending {
    /** The cabinet said DISCONNECT. */
    LEFT("left", null),
    /** The socket closed without a word. */
    LOST("lost", null),
    TOO_MANY_CONNECTIONS("too-many-connections", null),
    CONNECT_TOO_LATE("connect-too-late", null),
    CONNECT_NOT_FIRST("connect-not-first", null),
    CONNECT_REFUSED("connect-refused", null),
    SECOND_CONNECT("second-connect", Disconnect.PROTOCOL_ERROR),
    UNEXPECTED_PACKET("unexpected-packet", Disconnect.PROTOCOL_ERROR),
    MALFORMED_PACKET("malformed-packet", Disconnect.MALFORMED_PACKET),
    PACKET_TOO_LARGE("packet-too-large", Disconnect.PACKET_TOO_LARGE),
    FOREIGN_TOPIC("foreign-topic", Disconnect.NOT_AUTHORIZED),
    FOREIGN_SUBSCRIPTION("foreign-subscription", Disconnect.NOT_AUTHORIZED),
    TOO_MANY_UNRELEASED("too-many-unreleased", Disconnect.RECEIVE_MAXIMUM_EXCEEDED),
    KEEP_ALIVE_MISSED("keep-alive-missed", Disconnect.KEEP_ALIVE_TIMEOUT),
    /** A newer connection of the same cabinet was accepted. */
    TAKEN_OVER("taken-over", Disconnect.SESSION_TAKEN_OVER),
    /** What the cabinet sent could not be stored; it must send it again. */
    NOT_STORED("not-stored", Disconnect.SERVER_BUSY),
    /** It does not read what is written to it. */
    NOT_READING("not-reading", null),
    REVOKED("revoked", Disconnect.ADMINISTRATIVE_ACTION),
    DRAINED("drained", Disconnect.SERVER_SHUTTING_DOWN),
    FAILED("failed", Disconnect.UNSPECIFIED_ERROR);

    private final String label;
    private final @Nullable Disconnect wireCode;

    Ending(String label, @Nullable Disconnect wireCode) {
        this.label = label;
        this.wireCode = wireCode;
    }

    /** The reason as logs, metrics and messages name it. */
    public String label() {
        return label;
    }

    /** What an MQTT 5 cabinet is told before the socket closes; null: nothing. */
    @Nullable Disconnect wireCode() {
        return wireCode;
    }
}
