package io.kaimen.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Producers and consumers test against these files; here they are held against the types. */
class SamplesTest {

    private static final JsonMapper STRICT =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyTopicHasASampleThatIsItsPayloadExactly(Topic topic) throws IOException {
        JsonNode sample = sample(topic);
        Object payload = STRICT.treeToValue(sample, topic.payloadType());
        JsonNode written = STRICT.readTree(STRICT.writeValueAsString(payload));
        assertThat(written).isEqualTo(sample);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void theKeyIsAFieldOfThePayload(Topic topic) throws IOException {
        assertThat(sample(topic).path(topic.key()).asString("")).isNotBlank();
    }

    private static JsonNode sample(Topic topic) throws IOException {
        String file = "/samples/" + topic.topicName() + ".json";
        try (InputStream in = SamplesTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return STRICT.readTree(in);
        }
    }
}
