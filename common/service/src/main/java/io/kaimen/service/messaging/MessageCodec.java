package io.kaimen.service.messaging;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Envelopes as JSON, with one mapper for all services: times as ISO-8601, unknown fields ignored
 * (fields are only ever added).
 */
public class MessageCodec {

    /** As long as the tables that remember events can hold. */
    private static final int LONGEST_EVENT_ID = 120;

    private final JsonMapper mapper =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    public byte[] encode(Envelope<?> envelope) {
        return mapper.writeValueAsBytes(envelope);
    }

    /**
     * Reads an envelope with the topic's payload type.
     *
     * @throws UndecodableMessage when the body is not such an envelope
     */
    public <P> Envelope<P> decode(byte[] body, Topic topic) {
        JavaType type =
                mapper.getTypeFactory()
                        .constructParametricType(Envelope.class, topic.payloadType());
        @Nullable Envelope<P> envelope;
        try {
            envelope = mapper.readValue(body, type);
        } catch (JacksonException e) {
            throw new UndecodableMessage(topic, e);
        }
        if (envelope == null || envelope.payload() == null || !usable(envelope.eventId())) {
            throw new UndecodableMessage(topic, null);
        }
        return envelope;
    }

    /**
     * The event's id as far as a body that is no envelope tells it, else a digest: the same body
     * always has the same id.
     */
    String eventIdOf(byte[] body) {
        try {
            String id = mapper.readTree(body).path("eventId").asString("");
            if (usable(id)) {
                return id;
            }
        } catch (JacksonException e) {
            // Not even JSON.
        }
        return digest(body);
    }

    private static boolean usable(@Nullable String eventId) {
        return eventId != null && !eventId.isBlank() && eventId.length() <= LONGEST_EVENT_ID;
    }

    private static String digest(byte[] body) {
        try {
            return "sha256:"
                    + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
