package io.kaimen.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.trace.TracePart;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
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
        assertExact(sample(topic), topic.payloadType());
    }

    @Test
    void theSampleOfATraceIsItsPartExactly() throws IOException {
        assertExact(sample("trace-part"), TracePart.class);
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void theKeyIsAFieldOfThePayload(Topic topic) throws IOException {
        assertThat(sample(topic).path(topic.key()).asString("")).isNotBlank();
    }

    private static void assertExact(JsonNode sample, Class<?> type) {
        Object read = STRICT.treeToValue(sample, type);
        assertThat(STRICT.readTree(STRICT.writeValueAsString(read))).isEqualTo(sample);
    }

    private static JsonNode sample(Topic topic) throws IOException {
        return sample(topic.topicName());
    }

    private static JsonNode sample(String name) throws IOException {
        String file = "/samples/" + name + ".json";
        try (InputStream in = SamplesTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return STRICT.readTree(in);
        }
    }
}
