package io.kaimen.comm.server;

import io.kaimen.comm.downlink.PendingAcks;
import io.kaimen.comm.downlink.Subscriptions;
import io.kaimen.comm.session.CabinetSession;
import io.kaimen.comm.session.Disconnector;
import io.kaimen.comm.session.Ending;
import io.kaimen.comm.uplink.Publications;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.util.ReferenceCountUtil;
import org.springframework.stereotype.Component;

/** The packets of an accepted cabinet, each to its place. */
@Component
@Sharable
class PacketHandler extends ChannelInboundHandlerAdapter {

    private final Publications publications;
    private final Subscriptions subscriptions;
    private final Disconnector disconnector;

    PacketHandler(
            Publications publications, Subscriptions subscriptions, Disconnector disconnector) {
        this.publications = publications;
        this.subscriptions = subscriptions;
        this.disconnector = disconnector;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object packet) {
        try {
            CabinetSession session = CabinetSession.of(context.channel());
            var message = (MqttMessage) packet;
            if (session == null || Disconnector.ends(context.channel())) {
                return;
            }
            if (message.decoderResult().isFailure()) {
                malformed(context.channel(), message.decoderResult().cause());
            } else {
                received(session, message);
            }
        } finally {
            ReferenceCountUtil.release(packet);
        }
    }

    private void received(CabinetSession session, MqttMessage message) {
        Channel channel = session.channel();
        switch (message.fixedHeader().messageType()) {
            case PUBLISH -> publications.received(session, (MqttPublishMessage) message);
            case PUBREL -> publications.released(session, packetId(message));
            case PUBACK -> PendingAcks.acknowledged(channel, packetId(message));
            case SUBSCRIBE -> subscriptions.subscribe(session, (MqttSubscribeMessage) message);
            case UNSUBSCRIBE ->
                    subscriptions.unsubscribe(session, (MqttUnsubscribeMessage) message);
            case PINGREQ -> channel.writeAndFlush(MqttMessage.PINGRESP, channel.voidPromise());
            case DISCONNECT -> disconnector.end(channel, Ending.LEFT, "");
            case CONNECT -> disconnector.end(channel, Ending.SECOND_CONNECT, session.sn());
            default ->
                    disconnector.end(
                            channel,
                            Ending.UNEXPECTED_PACKET,
                            String.valueOf(message.fixedHeader().messageType()));
        }
    }

    /** Its outbound buffer filled up or drained: it is read again only when it reads. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        CabinetSession session = CabinetSession.of(context.channel());
        if (session != null) {
            publications.readFurther(session);
        }
        context.fireChannelWritabilityChanged();
    }

    private void malformed(Channel channel, Throwable cause) {
        disconnector.end(
                channel,
                cause instanceof TooLongFrameException
                        ? Ending.PACKET_TOO_LARGE
                        : Ending.MALFORMED_PACKET,
                String.valueOf(cause));
    }

    private static int packetId(MqttMessage message) {
        return ((MqttMessageIdVariableHeader) message.variableHeader()).messageId();
    }
}
