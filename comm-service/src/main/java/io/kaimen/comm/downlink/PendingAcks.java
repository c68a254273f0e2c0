package io.kaimen.comm.downlink;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.util.BitSet;

/**
 * The packet ids of one connection's QoS 1 messages that its MQTT client has not acknowledged; on
 * its event loop only. Nothing is sent again on the same connection: TCP does that, and on a new
 * connection device-service asks again.
 */
public final class PendingAcks {

    private static final AttributeKey<PendingAcks> PENDING =
            AttributeKey.valueOf(PendingAcks.class, "acks");
    private static final int HIGHEST_ID = 65_535;

    private final BitSet pending = new BitSet();
    private int last;

    private PendingAcks() {}

    static PendingAcks of(Channel channel) {
        var attribute = channel.attr(PENDING);
        PendingAcks acks = attribute.get();
        if (acks == null) {
            acks = new PendingAcks();
            attribute.set(acks);
        }
        return acks;
    }

    /** A PUBACK came in; an id that was not waiting is of no consequence. */
    public static void acknowledged(Channel channel, int packetId) {
        of(channel).pending.clear(packetId);
    }

    /** Takes the next free packet id. */
    int next() {
        do {
            last = last == HIGHEST_ID ? 1 : last + 1;
        } while (pending.get(last));
        pending.set(last);
        return last;
    }

    int size() {
        return pending.cardinality();
    }
}
