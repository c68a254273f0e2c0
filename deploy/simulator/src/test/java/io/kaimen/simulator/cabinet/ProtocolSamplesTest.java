package io.kaimen.simulator.cabinet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.simulator.cabinet.Messages.Down;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The virtual cabinet speaks what docs/cabinet-protocol.md prints. */
class ProtocolSamplesTest {

    private static final Pattern SAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    private static final Map<String, Class<?>> UP =
            Map.of(
                    "report", Messages.Report.class,
                    "heartbeat", Messages.Heartbeat.class,
                    "weights", Messages.Weights.class,
                    "event", Messages.Event.class,
                    "answer", Messages.Answer.class);

    @Test
    void hasEveryFieldOfTheMessagesUp() throws Exception {
        for (var kind : UP.entrySet()) {
            for (String sample : samples(kind.getKey())) {
                JsonNode printed = Messages.MAPPER.readTree(sample);
                Object message = Messages.MAPPER.treeToValue(printed, kind.getValue());
                assertThat(Messages.MAPPER.readTree(Messages.json(message))).isEqualTo(printed);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"open", "query", "configure", "time"})
    void understandsTheMessagesDown(String type) throws Exception {
        Down message = Messages.down(samples(type).getFirst().getBytes(UTF_8));
        assertThat(message.getClass().getSimpleName()).isEqualToIgnoringCase(type);
        JsonNode printed = Messages.MAPPER.readTree(samples(type).getFirst());
        JsonNode understood = Messages.MAPPER.valueToTree(message);
        understood
                .properties()
                .forEach(field ->
                        assertThat(field.getValue().asString())
                                .as(field.getKey())
                                .isEqualTo(printed.path(field.getKey()).asString()));
        assertThat(understood.size()).as("all but the type").isEqualTo(printed.size() - 1);
    }

    private static List<String> samples(String heading) throws Exception {
        String page = Files.readString(Path.of("..", "..", "docs", "cabinet-protocol.md"));
        int from = page.indexOf("\n### " + heading + "\n");
        assertThat(from).as(heading).isPositive();
        List<String> samples =
                SAMPLE.matcher(page.substring(from, page.indexOf("\n##", from + 1)))
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        assertThat(samples).isNotEmpty();
        return samples;
    }
}
