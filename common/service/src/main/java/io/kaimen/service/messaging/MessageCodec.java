package io.kaimen.service.messaging;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Envelopes as JSON, with one mapper for all services: times as ISO-8601, unknown fields ignored
 * (fields are only ever added).
 */
public class MessageCodec {

    private final JsonMapper mapper =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    public byte[] encode(Envelope<?> envelope) {
        return mapper.writeValueAsBytes(envelope);
    }

    /**
     * Reads an envelope with the topic's payload type.
     *
     * @throws tools.jackson.core.JacksonException when the body is not such an envelope
     */
    public <P> Envelope<P> decode(byte[] body, Topic topic) {
        JavaType type =
                mapper.getTypeFactory()
                        .constructParametricType(Envelope.class, topic.payloadType());
        return mapper.readValue(body, type);
    }
}
