package io.kaimen.comm.downlink;

import io.kaimen.comm.session.CabinetSession;
import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.contracts.device.Cadence;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the messages a cabinet gets, as docs/cabinet-protocol.md describes them. */
@Component
public class DownMessages {

    /** Commands of comm-service itself start with this; their answers go no further. */
    private static final String OWN = "comm:";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** Whether a command was made here and not by device-service. */
    public static boolean ownCommand(String commandId) {
        return commandId.startsWith(OWN);
    }

    /**
     * Tells the server's time, in answer to a heartbeat. Lost on a cabinet that is not subscribed
     * or does not read: the next heartbeat brings the next answer.
     *
     * @param at when the heartbeat was received
     * @param heartbeatUp the cabinet's own clock in that heartbeat
     */
    public void tellTime(CabinetSession session, Instant at, long heartbeatUp) {
        byte[] payload = MAPPER.writeValueAsBytes(new Time("time", at.toEpochMilli(), heartbeatUp));
        session.channel()
                .eventLoop()
                .execute(() -> {
                    if (session.downQos() != null && session.channel().isWritable()) {
                        write(session, MqttQoS.AT_MOST_ONCE, 0, payload);
                    }
                });
    }

    /** Pushes the cadence once in a connection, on its event loop. */
    void configure(CabinetSession session) {
        String commandId = OWN + "configure:" + session.epoch();
        WrittenCommands written = WrittenCommands.of(session.channel());
        if (!written.contains(commandId)) {
            written.add(commandId);
            send(session, configure(commandId, session.cadence()));
        }
    }

    /** The payload of a command. */
    static byte[] payloadOf(CabinetCommand command) {
        return switch (command.kind()) {
            case OPEN_DOOR ->
                    MAPPER.writeValueAsBytes(
                            new Open(
                                    "open",
                                    command.commandId(),
                                    command.door(),
                                    command.issuedAt().toEpochMilli(),
                                    command.expiresAt().toEpochMilli()));
            case QUERY_DOOR ->
                    MAPPER.writeValueAsBytes(
                            new Query(
                                    "query",
                                    command.commandId(),
                                    command.door(),
                                    command.expiresAt().toEpochMilli()));
            case CONFIGURE -> {
                Cadence cadence = command.cadence();
                if (cadence == null) {
                    throw new IllegalArgumentException("a CONFIGURE without cadence");
                }
                yield configure(command.commandId(), cadence);
            }
            case DISCONNECT -> throw new IllegalArgumentException("DISCONNECT is not written");
        };
    }

    /** Writes a payload at the granted QoS, on the session's event loop. */
    ChannelFuture send(CabinetSession session, byte[] payload) {
        if (session.downQos() == MqttQoS.AT_MOST_ONCE) {
            return write(session, MqttQoS.AT_MOST_ONCE, 0, payload);
        }
        int packetId = PendingAcks.of(session.channel()).next();
        return write(session, MqttQoS.AT_LEAST_ONCE, packetId, payload);
    }

    private static ChannelFuture write(
            CabinetSession session, MqttQoS qos, int packetId, byte[] payload) {
        // Not through the builder, which copies the payload.
        return session.channel()
                .writeAndFlush(
                        new MqttPublishMessage(
                                new MqttFixedHeader(MqttMessageType.PUBLISH, false, qos, false, 0),
                                new MqttPublishVariableHeader(session.downTopic(), packetId),
                                Unpooled.wrappedBuffer(payload)));
    }

    private static byte[] configure(String commandId, Cadence cadence) {
        return MAPPER.writeValueAsBytes(
                new Configure(
                        "configure",
                        commandId,
                        cadence.heartbeatMillis(),
                        cadence.closedWeightsMillis(),
                        cadence.openWeightsMillis(),
                        cadence.afterCloseMillis(),
                        cadence.unlockWindowMillis()));
    }

    private record Time(String type, long serverTime, long heartbeatUp) {}

    private record Open(String type, String command, int door, long issuedAt, long expiresAt) {}

    private record Query(String type, String command, int door, long expiresAt) {}

    private record Configure(
            String type,
            String command,
            int heartbeatMs,
            int closedWeightsMs,
            int openWeightsMs,
            int afterCloseMs,
            int unlockWindowMs) {}
}
