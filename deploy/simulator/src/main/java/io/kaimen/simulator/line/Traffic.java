package io.kaimen.simulator.line;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last packets of one cabinet's connections, across its boots, for people who watch. Nothing of
 * the packet that carries the credential is kept but that it was accepted.
 */
public final class Traffic {

    static final int MOST_PACKETS = 500;
    static final int MOST_BYTES = 4096;

    private final Deque<Packet> packets = new ArrayDeque<>();
    private final Clock clock;
    private long last;

    public Traffic(Clock clock) {
        this.clock = clock;
    }

    /** What a packet is to the cabinet. */
    public enum Kind {
        /** Connected and subscribed. */
        ONLINE,
        /** The connection ended, or an attempt failed. */
        OFFLINE,
        /** Published by the cabinet. */
        UP,
        /** Published to the cabinet. */
        DOWN
    }

    /**
     * A packet.
     *
     * @param number counts from 1 since the simulator started
     * @param at by the simulator's clock
     * @param topic null when it is no message
     * @param qos MQTT's quality of service; null when it is no message
     * @param text the payload, its end left out when it is long; null when it is no message
     */
    public record Packet(
            long number,
            Instant at,
            Kind kind,
            @Nullable String topic,
            @Nullable Integer qos,
            @Nullable String text) {}

    /**
     * What was asked for.
     *
     * @param last the number of the newest packet there is; 0 when there is none
     * @param packets in order
     */
    public record Seen(long last, List<Packet> packets) {}

    /** Those kept that are newer than this number. */
    public synchronized Seen after(long number) {
        return new Seen(last, packets.stream().filter(packet -> packet.number() > number).toList());
    }

    void message(Kind kind, String topic, int qos, byte[] payload) {
        add(kind, topic, qos, text(payload));
    }

    void connection(Kind kind) {
        add(kind, null, null, null);
    }

    private synchronized void add(
            Kind kind, @Nullable String topic, @Nullable Integer qos, @Nullable String text) {
        packets.addLast(new Packet(++last, clock.instant(), kind, topic, qos, text));
        if (packets.size() > MOST_PACKETS) {
            packets.removeFirst();
        }
    }

    private static String text(byte[] payload) {
        int kept = Math.min(payload.length, MOST_BYTES);
        var text = new String(payload, 0, kept, StandardCharsets.UTF_8);
        return kept < payload.length ? text + "…" : text;
    }
}
