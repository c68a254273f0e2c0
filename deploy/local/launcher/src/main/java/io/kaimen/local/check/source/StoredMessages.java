package io.kaimen.local.check.source;

import io.kaimen.local.check.source.Messages.Stored;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Messages as a broker hands them out: its own binary layout, one after the other. */
final class StoredMessages {

    /** From this version on a topic's name may be longer than a byte tells. */
    private static final int SECOND_MAGIC = -626843477;

    private static final int BORN_HOST_IN_V6 = 1 << 4;
    private static final int STORE_HOST_IN_V6 = 1 << 5;
    private static final int V4_HOST = 4 + Integer.BYTES;
    private static final int V6_HOST = 16 + Integer.BYTES;
    private static final String BETWEEN_PROPERTIES = "\u0002";
    private static final String AFTER_NAME = "\u0001";

    private StoredMessages() {}

    /** A message with its body. */
    record Whole(Stored message, byte[] body) {}

    static List<Whole> read(byte[] bytes) {
        var messages = new ArrayList<Whole>();
        var in = ByteBuffer.wrap(bytes);
        while (in.remaining() > Integer.BYTES) {
            int end = in.position() + in.getInt(in.position());
            messages.add(readOne(in));
            in.position(end);
        }
        return messages;
    }

    private static Whole readOne(ByteBuffer in) {
        skip(in, Integer.BYTES);
        int magic = in.getInt();
        skip(in, Integer.BYTES);
        int queue = in.getInt();
        skip(in, Integer.BYTES);
        long offset = in.getLong();
        skip(in, Long.BYTES);
        int flags = in.getInt();
        var bornAt = Instant.ofEpochMilli(in.getLong());
        skip(in, (flags & BORN_HOST_IN_V6) == 0 ? V4_HOST : V6_HOST);
        skip(in, Long.BYTES);
        skip(in, (flags & STORE_HOST_IN_V6) == 0 ? V4_HOST : V6_HOST);
        skip(in, Integer.BYTES + Long.BYTES);
        var body = bytes(in, in.getInt());
        var topic = text(in, magic == SECOND_MAGIC ? in.getShort() : in.get());
        var properties = properties(text(in, in.getShort()));
        return new Whole(
                new Stored(
                        topic,
                        queue,
                        offset,
                        meantFor(topic, properties),
                        properties.getOrDefault("KEYS", "").strip(),
                        bornAt),
                body);
    }

    private static String meantFor(String topic, Map<String, String> properties) {
        return properties.getOrDefault(
                "DLQ_ORIGIN_TOPIC",
                properties.getOrDefault(
                        "RETRY_TOPIC", properties.getOrDefault("REAL_TOPIC", topic)));
    }

    private static Map<String, String> properties(String text) {
        var properties = new HashMap<String, String>();
        for (var property : text.split(BETWEEN_PROPERTIES, -1)) {
            int name = property.indexOf(AFTER_NAME);
            if (name > 0) {
                properties.put(property.substring(0, name), property.substring(name + 1));
            }
        }
        return properties;
    }

    private static void skip(ByteBuffer in, int count) {
        in.position(in.position() + count);
    }

    private static byte[] bytes(ByteBuffer in, int count) {
        var bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer in, int count) {
        return new String(bytes(in, count), StandardCharsets.UTF_8);
    }
}
