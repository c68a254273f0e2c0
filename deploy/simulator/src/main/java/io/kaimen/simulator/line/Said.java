package io.kaimen.simulator.line;

import io.kaimen.simulator.line.Line.Outgoing;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a message is about, as far as a fault must know. */
final class Said {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Said() {}

    /** The name of a door's event; null for messages of other kinds. */
    static @Nullable String event(Outgoing message) {
        return message.kind().equals("event") ? text(message.json(), "event") : null;
    }

    /** The type of a message down; empty when it has none. */
    static String type(byte[] json) {
        return text(json, "type");
    }

    private static String text(byte[] json, String field) {
        try {
            return MAPPER.readTree(json).path(field).asString("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
