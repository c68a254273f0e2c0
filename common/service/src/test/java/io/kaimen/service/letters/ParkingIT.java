package io.kaimen.service.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.order.AuthorisationDue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.rocketmq.common.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class ParkingIT extends PoisonedService {

    @Test
    void poisonInAnOrderedQueueIsParkedAndTheNextOfItsKeyIsHandled(CapturedOutput output) {
        inOrder.poison.add(event);
        capture(event, 1);
        capture(next, 2);

        await().atMost(PATIENCE).until(() -> inOrder.handledOf(next) == 1);

        assertThat(inOrder.triesOf(event)).isEqualTo(3);
        assertThat(inOrder.handledOf(event)).isZero();
        JsonNode letter = letter(event);
        assertThat(letter.path("state").asString()).isEqualTo("PARKED");
        assertThat(letter.path("topic").asString()).isEqualTo("capture-due");
        assertThat(letter.path("key").asString()).isEqualTo(key);
        assertThat(letter.path("tries").asInt()).isEqualTo(3);
        assertThat(letter.path("errorClass").asString())
                .isEqualTo(IllegalStateException.class.getName());
        assertThat(letter.path("errorMessage").asString())
                .contains("PoisonHandler.handle")
                .doesNotContain("on purpose");
        assertThat(Instant.parse(letter.path("firstFailedAt").asString()))
                .isBefore(Instant.parse(letter.path("lastFailedAt").asString()));
        assertThat(output.getOut()).contains("ALERT dead letter").contains(event);
    }

    @Test
    void concurrentPoisonIsParkedAfterItsTries() {
        concurrent.poison.add(event);
        sender.send(Topic.AUTHORISATION_DUE, key, event, new AuthorisationDue(key)).join();

        await().atMost(PATIENCE).until(() -> id(event).isPresent());

        assertThat(concurrent.triesOf(event)).isEqualTo(2);
        assertThat(letter(event).path("tries").asInt()).isEqualTo(2);
    }

    @Test
    void nothingIsParkedForSomethingThatIsAway() {
        inOrder.forsaken.add(event);
        capture(event, 1);
        capture(next, 2);
        String other = UUID.randomUUID().toString();
        concurrent.forsaken.add(other);
        sender.send(Topic.AUTHORISATION_DUE, key, other, new AuthorisationDue(key)).join();

        // Poison has three and two tries here.
        await().atMost(PATIENCE)
                .until(() -> inOrder.triesOf(event) > 10 && concurrent.triesOf(other) > 4);
        assertThat(inOrder.triesOf(next)).isZero();
        inOrder.forsaken.clear();
        concurrent.forsaken.clear();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> inOrder.handledOf(next) == 1 && concurrent.handledOf(other) == 1);
        assertThat(inOrder.handledOf(event)).isOne();
        assertThat(id(event)).isEmpty();
        assertThat(id(other)).isEmpty();
    }

    @Test
    void aBodyThatIsNoEnvelopeIsParkedAtOnceAndReplayedToTheSameError() throws Exception {
        String body = "{\"eventId\":\"" + event + "\",\"payload\":\"nonsense\"}";
        producer.send(
                new Message(
                        sender.destination(Topic.CAPTURE_DUE),
                        "",
                        key,
                        body.getBytes(StandardCharsets.UTF_8)));

        await().atMost(PATIENCE).until(() -> id(event).isPresent());

        assertThat(inOrder.triesOf(event)).isZero();
        assertThat(letter(event).path("tries").asInt()).isEqualTo(1);
        assertThat(get("/" + id(event).orElseThrow()).path("body").asString()).isEqualTo(body);
        assertThat(replay(event).statusCode()).isEqualTo(422);
        assertThat(letter(event).path("state").asString()).isEqualTo("PARKED");
    }

    @Test
    void whatCannotBeParkedStaysWithTheBrokerUntilItCan() {
        inOrder.poison.add(event);
        jdbc.sql("rename table dead_letter to dead_letter_away").update();
        try {
            capture(event, 1);
            capture(next, 2);
            await().atMost(PATIENCE).until(() -> inOrder.triesOf(event) > 6);
            assertThat(inOrder.triesOf(next)).isZero();
        } finally {
            jdbc.sql("rename table dead_letter_away to dead_letter").update();
        }
        await().atMost(PATIENCE).until(() -> inOrder.handledOf(next) == 1);
        assertThat(id(event)).isPresent();
        assertThat(inOrder.handledOf(event)).isZero();
    }

    @Test
    void aGaugeCountsTheParkedOfEachGroup() {
        park();
        String group = letter(event).path("group").asString();
        long parked =
                jdbc.sql(
                                "select count(*) from dead_letter where consumer_group = ? and state = 'PARKED'")
                        .param(group)
                        .query(Long.class)
                        .single();
        await().atMost(PATIENCE)
                .until(() ->
                        meters.get("kaimen.dead.letters").tag("group", group).gauge().value()
                                == parked);
    }
}
