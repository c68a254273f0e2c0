package io.kaimen.comm.session;

import io.kaimen.contracts.device.Cadence;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;

/**
 * An accepted connection of one cabinet. What changes in it changes on its channel's event loop
 * only.
 */
public final class CabinetSession {

    private static final AttributeKey<CabinetSession> SESSION =
            AttributeKey.valueOf(CabinetSession.class, "session");
    private static final String ROOT = "cabinet/";
    private static final String UP = "/up/";
    private static final String DOWN = "/down";

    private final String sn;
    private final long epoch;
    private final Cadence cadence;
    private final boolean mqtt5;
    private final Channel channel;
    private @Nullable MqttQoS downQos;
    private int inFlight;
    private boolean sentInvalid;

    /**
     * @param epoch of the route that device-service moved here for this connection
     * @param cadence what the cabinet is to be configured with
     */
    public CabinetSession(String sn, long epoch, Cadence cadence, boolean mqtt5, Channel channel) {
        this.sn = sn;
        this.epoch = epoch;
        this.cadence = cadence;
        this.mqtt5 = mqtt5;
        this.channel = channel;
    }

    /** The session of a channel; null before its CONNECT was accepted. */
    public static @Nullable CabinetSession of(Channel channel) {
        return channel.hasAttr(SESSION) ? channel.attr(SESSION).get() : null;
    }

    /** Makes this the channel's session. */
    public void attach() {
        channel.attr(SESSION).set(this);
    }

    public String sn() {
        return sn;
    }

    public long epoch() {
        return epoch;
    }

    public Cadence cadence() {
        return cadence;
    }

    public boolean mqtt5() {
        return mqtt5;
    }

    public Channel channel() {
        return channel;
    }

    /** The only topic it may subscribe to. */
    public String downTopic() {
        return ROOT + sn + DOWN;
    }

    /** The kind of message a topic stands for; null when it is not one of this cabinet's own. */
    public @Nullable String upKind(String topic) {
        int kindAt = ROOT.length() + sn.length() + UP.length();
        boolean own =
                topic.length() > kindAt
                        && topic.startsWith(ROOT)
                        && topic.startsWith(sn, ROOT.length())
                        && topic.startsWith(UP, ROOT.length() + sn.length());
        return own ? topic.substring(kindAt) : null;
    }

    /** Granted with its subscription; null while it is not subscribed. */
    public @Nullable MqttQoS downQos() {
        return downQos;
    }

    public void subscribed(@Nullable MqttQoS granted) {
        downQos = granted;
    }

    /** Messages received and not yet stored. */
    public int inFlight() {
        return inFlight;
    }

    public void started() {
        inFlight++;
    }

    public void finished() {
        inFlight--;
    }

    /** True once: for the first invalid message of this connection. */
    public boolean firstInvalid() {
        boolean first = !sentInvalid;
        sentInvalid = true;
        return first;
    }
}
