package io.kaimen.comm.uplink;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.util.HashMap;
import java.util.Map;

/**
 * The packet ids of a connection's QoS 2 messages between PUBLISH and PUBREL; on its event loop
 * only. Connections without QoS 2 have none.
 */
final class Unreleased {

    /** A client with more of them open than this does not release them. */
    static final int MOST = 1_000;

    private static final AttributeKey<Unreleased> UNRELEASED =
            AttributeKey.valueOf(Unreleased.class, "ids");

    private final Map<Integer, Boolean> storedById = new HashMap<>();

    private Unreleased() {}

    static Unreleased of(Channel channel) {
        var attribute = channel.attr(UNRELEASED);
        attribute.compareAndSet(null, new Unreleased());
        return attribute.get();
    }

    boolean full() {
        return storedById.size() >= MOST;
    }

    boolean contains(int packetId) {
        return storedById.containsKey(packetId);
    }

    /** Whether the message is stored, so that a second PUBLISH of it can be answered at once. */
    boolean stored(int packetId) {
        return storedById.getOrDefault(packetId, false);
    }

    void add(int packetId) {
        storedById.put(packetId, false);
    }

    void markStored(int packetId) {
        storedById.replace(packetId, true);
    }

    void remove(int packetId) {
        storedById.remove(packetId);
    }
}
