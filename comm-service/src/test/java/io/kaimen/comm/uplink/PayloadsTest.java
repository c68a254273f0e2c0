package io.kaimen.comm.uplink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaimen.comm.uplink.Payloads.Answer;
import io.kaimen.comm.uplink.Payloads.Event;
import io.kaimen.comm.uplink.Payloads.Heartbeat;
import io.kaimen.comm.uplink.Payloads.Report;
import io.kaimen.comm.uplink.Payloads.Weights;
import io.kaimen.contracts.comm.LaneReading;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadsTest {

    @Test
    void readsWeights() {
        Weights weights =
                read(
                        Weights.class,
                        """
                        {"boot":"b1","up":7,"door":1,"state":"closed",
                         "lanes":[{"lane":1,"g":-0.4,"s":1},{"lane":2,"g":1200,"s":0}]}\
                        """);
        assertThat(Payloads.readings(weights.lanes()))
                .containsExactly(new LaneReading(1, -0.4, true), new LaneReading(2, 1200, false));
    }

    @Test
    void ignoresFieldsOfNewerCabinets() {
        assertThat(read(Heartbeat.class, "{\"boot\":\"b1\",\"up\":7,\"temperature\":4.5}").doors())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "not json",
                "{\"boot\":\"b1\",\"up\":7,\"door\":1,\"state\":\"open\"}",
                "{\"boot\":\"b1\",\"up\":7,\"door\":1,\"state\":\"open\",\"lanes\":[]}",
                "{\"boot\":\"b1\",\"up\":7,\"door\":1,\"state\":\"open\",\"lanes\":[null]}",
                "{\"boot\":\"b1\",\"up\":7,\"door\":1,\"lanes\":[{\"lane\":1,\"g\":1,\"s\":1}]}",
                "{\"up\":7,\"door\":1,\"state\":\"open\",\"lanes\":[{\"lane\":1,\"g\":1,\"s\":1}]}"
            })
    void refusesWhatIsIncomplete(String json) {
        assertThatThrownBy(() -> read(Weights.class, json)).isInstanceOf(InvalidPayload.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lane\":1,\"g\":NaN,\"s\":1}",
                "{\"lane\":1,\"g\":\"NaN\",\"s\":1}",
                "{\"lane\":1,\"g\":1e999,\"s\":1}",
                "{\"lane\":1,\"g\":1000000000,\"s\":1}",
                "{\"lane\":1,\"g\":\"12\",\"s\":1}",
                "{\"lane\":1,\"g\":null,\"s\":1}",
                "{\"lane\":1,\"s\":1}",
                "{\"lane\":1,\"g\":1}",
                "{\"lane\":1,\"g\":1,\"s\":2}",
                "{\"lane\":1,\"g\":1,\"s\":true}",
                "{\"lane\":1,\"g\":1,\"s\":0.5}",
                "{\"lane\":0,\"g\":1,\"s\":1}",
                "{\"lane\":-3,\"g\":1,\"s\":1}",
                "{\"lane\":10000,\"g\":1,\"s\":1}",
                "{\"lane\":1.5,\"g\":1,\"s\":1}",
                "{\"lane\":1,\"lane\":2,\"g\":1,\"s\":1}",
                "{\"lane\":1,\"g\":1,\"s\":1},{\"lane\":1,\"g\":2,\"s\":1}"
            })
    void refusesReadingsOutOfRangeOrType(String lanes) {
        String json = "{\"boot\":\"b1\",\"up\":7,\"door\":1,\"state\":\"open\",\"lanes\":[%s]}";
        assertThatThrownBy(() -> read(Weights.class, json.formatted(lanes)))
                .isInstanceOf(InvalidPayload.class);
    }

    @Test
    void refusesMoreLanesThanACabinetHas() {
        String lanes =
                IntStream.rangeClosed(1, Payloads.MOST_LANES + 1)
                        .mapToObj(lane -> "{\"lane\":%d,\"g\":1,\"s\":1}".formatted(lane))
                        .collect(Collectors.joining(","));
        String weights = "{\"boot\":\"b1\",\"up\":7,\"door\":1,\"state\":\"open\",\"lanes\":[%s]}";
        assertThatThrownBy(() -> read(Weights.class, weights.formatted(lanes)))
                .isInstanceOf(InvalidPayload.class);
        String report =
                """
                {"boot":"b1","up":7,"firmware":"1","doors":[{"door":1,"state":"open","lanes":[%s]}]}\
                """;
        assertThatThrownBy(() -> read(Report.class, report.formatted(lanes)))
                .isInstanceOf(InvalidPayload.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"boot\":\"\",\"up\":7,\"seq\":1,\"door\":1",
                "\"boot\":\"b 1\",\"up\":7,\"seq\":1,\"door\":1",
                "\"boot\":\"1234567890123456789012345\",\"up\":7,\"seq\":1,\"door\":1",
                "\"boot\":\"b1\",\"up\":-1,\"seq\":1,\"door\":1",
                "\"boot\":\"b1\",\"up\":99999999999999999999,\"seq\":1,\"door\":1",
                "\"boot\":\"b1\",\"up\":7,\"seq\":0,\"door\":1",
                "\"boot\":\"b1\",\"up\":7,\"door\":1",
                "\"boot\":\"b1\",\"up\":7,\"seq\":1,\"door\":0",
                "\"boot\":\"b1\",\"up\":7,\"seq\":1,\"door\":100",
                "\"boot\":\"b1\",\"up\":7,\"seq\":1,\"door\":1,\"command\":\"\""
            })
    void refusesEventsOutOfRange(String fields) {
        assertThatThrownBy(() -> read(Event.class, "{" + fields + ",\"event\":\"opened\"}"))
                .isInstanceOf(InvalidPayload.class);
    }

    @Test
    void keepsEventIdsShortEnoughToBeRemembered() {
        // consumed_message.event_id holds 120 characters.
        String longest =
                String.join(
                        ":",
                        "s".repeat(32),
                        "b".repeat(24),
                        "answer",
                        "c".repeat(36),
                        "acknowledged");
        assertThat(longest).hasSizeLessThanOrEqualTo(120);
        String json = "{\"boot\":\"%s\",\"up\":1,\"command\":\"%s\",\"outcome\":\"refused\"}";
        assertThat(read(Answer.class, json.formatted("b".repeat(24), "c".repeat(36)))).isNotNull();
        assertThatThrownBy(() -> read(Answer.class, json.formatted("b".repeat(24), "c".repeat(37))))
                .isInstanceOf(InvalidPayload.class);
    }

    @Test
    void refusesDeepNestingAndTrailingText() {
        assertThatThrownBy(() -> read(Heartbeat.class, "{\"boot\":\"b1\",\"up\":7}{}"))
                .isInstanceOf(InvalidPayload.class);
        assertThatThrownBy(() ->
                        read(
                                Heartbeat.class,
                                "{\"boot\":\"b1\",\"up\":7,\"x\":"
                                        + "[".repeat(500)
                                        + "]".repeat(500)
                                        + "}"))
                .isInstanceOf(InvalidPayload.class);
    }

    private static <T> T read(Class<T> type, String json) {
        return Payloads.read(json.getBytes(UTF_8), type);
    }
}
