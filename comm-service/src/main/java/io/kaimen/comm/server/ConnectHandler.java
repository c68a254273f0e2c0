package io.kaimen.comm.server;

import io.kaimen.comm.session.Disconnector;
import io.kaimen.comm.session.Ending;
import io.kaimen.comm.session.Judgement;
import io.kaimen.comm.session.Judgement.Accepted;
import io.kaimen.comm.session.Judgement.Refused;
import io.kaimen.comm.session.Refusal;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttIdentifierRejectedException;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The first handler of a connection: waits for its CONNECT, no longer than allowed, has it judged
 * and answers. Nothing behind it sees a packet before that.
 */
class ConnectHandler extends ChannelInboundHandlerAdapter {

    private static final int HIGHEST_WILL_QOS = 2;

    private final Connecting connecting;
    private final Disconnector disconnector;
    private @Nullable Future<?> deadline;

    ConnectHandler(Connecting connecting, Disconnector disconnector) {
        this.connecting = connecting;
        this.disconnector = disconnector;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        deadline =
                context.executor()
                        .schedule(
                                () ->
                                        disconnector.end(
                                                context.channel(),
                                                Ending.CONNECT_TOO_LATE,
                                                "no CONNECT within " + connecting.connectWithin()),
                                connecting.connectWithin().toMillis(),
                                TimeUnit.MILLISECONDS);
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancelDeadline();
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object packet) {
        try {
            if (Disconnector.ends(context.channel())) {
                return;
            }
            cancelDeadline();
            var message = (MqttMessage) packet;
            if (message.decoderResult().isFailure()) {
                malformed(context, message);
            } else if (message instanceof MqttConnectMessage connect) {
                received(context, connect);
            } else {
                disconnector.end(
                        context.channel(),
                        Ending.CONNECT_NOT_FIRST,
                        String.valueOf(message.fixedHeader().messageType()));
            }
        } finally {
            ReferenceCountUtil.release(packet);
        }
    }

    private void received(ChannelHandlerContext context, MqttConnectMessage connect) {
        MqttConnectVariableHeader header = connect.variableHeader();
        String sn = connect.payload().clientIdentifier();
        byte[] credential = connect.payload().passwordInBytes();
        if (header.version() < MqttVersion.MQTT_3_1_1.protocolLevel()) {
            refuse(context, header, Refusal.PROTOCOL_VERSION, "level " + header.version());
        } else if (header.willQos() > HIGHEST_WILL_QOS) {
            disconnector.end(context.channel(), Ending.MALFORMED_PACKET, "will QoS 3");
        } else if (!CabinetIds.valid(sn)) {
            refuse(context, header, Refusal.CLIENT_IDENTIFIER, sn);
        } else if (!sn.equals(connect.payload().userName())
                || credential == null
                || credential.length == 0) {
            refuse(context, header, Refusal.NO_CREDENTIAL, sn);
        } else {
            // What it sends before its CONNACK waits in the FlowControlHandler.
            context.channel().config().setAutoRead(false);
            var _ =
                    connecting
                            .judge(sn, credential)
                            .thenAccept(judgement ->
                                    context.executor()
                                            .execute(() -> judged(context, connect, judgement)));
        }
    }

    private void judged(
            ChannelHandlerContext context, MqttConnectMessage connect, Judgement judgement) {
        try {
            switch (judgement) {
                case Refused refused ->
                        refuse(
                                context,
                                connect.variableHeader(),
                                refused.refusal(),
                                refused.detail());
                case Accepted accepted -> accept(context, connect, accepted);
            }
        } finally {
            connecting.judged(connect.payload().clientIdentifier());
        }
    }

    private void accept(
            ChannelHandlerContext context, MqttConnectMessage connect, Accepted accepted) {
        MqttConnectVariableHeader header = connect.variableHeader();
        boolean mqtt5 = version(header) == MqttVersion.MQTT_5;
        String sn = connect.payload().clientIdentifier();
        if (!connecting.admit(sn, accepted, mqtt5, context.channel())) {
            return;
        }
        int keepAlive = connecting.keepAliveSeconds(header.keepAliveTimeSeconds());
        context.writeAndFlush(
                ConnectAnswers.accepted(
                        header, keepAlive, connecting.receiveMaximum(), connecting.packetBytes()));
        connecting.announce(context.channel());
        context.pipeline().replace(this, "keep-alive", new KeepAlive(keepAlive, disconnector));
        context.channel().config().setAutoRead(true);
    }

    private void malformed(ChannelHandlerContext context, MqttMessage message) {
        Throwable cause = message.decoderResult().cause();
        Object header = message.variableHeader();
        switch (cause) {
            case MqttUnacceptableProtocolVersionException e ->
                    refuse(context, header, Refusal.PROTOCOL_VERSION, String.valueOf(e));
            case MqttIdentifierRejectedException e ->
                    refuse(context, header, Refusal.CLIENT_IDENTIFIER, String.valueOf(e));
            case TooLongFrameException e ->
                    disconnector.end(context.channel(), Ending.PACKET_TOO_LARGE, String.valueOf(e));
            default ->
                    disconnector.end(
                            context.channel(), Ending.MALFORMED_PACKET, String.valueOf(cause));
        }
    }

    private void refuse(
            ChannelHandlerContext context,
            @Nullable Object header,
            Refusal refusal,
            String detail) {
        disconnector.refuse(context.channel(), version(header), refusal, detail);
    }

    /** Who cannot be understood is answered in the older version. */
    private static MqttVersion version(@Nullable Object header) {
        return header instanceof MqttConnectVariableHeader connect
                        && connect.version() == MqttVersion.MQTT_5.protocolLevel()
                ? MqttVersion.MQTT_5
                : MqttVersion.MQTT_3_1_1;
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
