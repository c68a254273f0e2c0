package io.kaimen.comm.session;

import io.kaimen.comm.CommMetrics;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttReasonCodes.Disconnect;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.util.AttributeKey;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one class that closes connections. What the log and the metrics learn and what the wire says
 * are two things; the first reason given is the one that counts.
 */
@Component
public class Disconnector {

    private static final Logger log = LoggerFactory.getLogger(Disconnector.class);
    private static final AttributeKey<Ending> ENDING =
            AttributeKey.valueOf(Ending.class, "cabinet");

    /** A cabinet that does not take its DISCONNECT is not waited for. */
    private static final long FAREWELL_MILLIS = 1_000;

    private final CommMetrics metrics;

    public Disconnector(CommMetrics metrics) {
        this.metrics = metrics;
    }

    /**
     * Ends a connection, from any thread.
     *
     * @param detail for the log only; may hold what the cabinet sent
     */
    public void end(Channel channel, Ending ending, String detail) {
        if (!channel.attr(ENDING).compareAndSet(null, ending)) {
            return;
        }
        CabinetSession session = CabinetSession.of(channel);
        log.info(
                "{} {} ends: {} ({})",
                session == null ? "connection" : session.sn(),
                channel.remoteAddress(),
                ending.label(),
                printable(detail));
        metrics.ended(ending.label());
        // Whatever it still sends stays unread.
        channel.config().setAutoRead(false);
        Disconnect farewell = ending.wireCode();
        if (farewell != null && session != null && session.mqtt5() && channel.isWritable()) {
            channel.writeAndFlush(
                            MqttMessageBuilders.disconnect()
                                    .reasonCode(farewell.byteValue())
                                    .build())
                    .addListener(ChannelFutureListener.CLOSE);
            channel.eventLoop()
                    .schedule(() -> channel.close(), FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            channel.close();
        }
    }

    /** Answers a CONNECT with a refusal and closes. */
    public void refuse(Channel channel, MqttVersion version, Refusal refusal, String detail) {
        if (!channel.attr(ENDING).compareAndSet(null, Ending.CONNECT_REFUSED)) {
            return;
        }
        log.info(
                "connection {} refused: {} ({})",
                channel.remoteAddress(),
                refusal.label(),
                printable(detail));
        metrics.refused(refusal.label());
        metrics.ended(Ending.CONNECT_REFUSED.label());
        channel.writeAndFlush(
                        MqttMessageBuilders.connAck().returnCode(refusal.code(version)).build())
                .addListener(ChannelFutureListener.CLOSE);
        channel.eventLoop().schedule(() -> channel.close(), FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Why the connection ended; a socket that closed without us was lost. */
    public Ending endingOf(Channel channel) {
        if (channel.attr(ENDING).compareAndSet(null, Ending.LOST)) {
            metrics.ended(Ending.LOST.label());
        }
        return channel.attr(ENDING).get();
    }

    /** Whether it is being closed; what still arrives no longer counts. */
    public static boolean ends(Channel channel) {
        return channel.hasAttr(ENDING) && channel.attr(ENDING).get() != null;
    }

    /** What strangers send must not write lines of its own into the log. */
    private static String printable(String text) {
        String shortened = text.length() > 200 ? text.substring(0, 200) + "…" : text;
        return shortened.replaceAll("\\p{Cntrl}", "?");
    }
}
