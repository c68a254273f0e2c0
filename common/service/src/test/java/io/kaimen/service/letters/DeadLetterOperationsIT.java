package io.kaimen.service.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.order.OrderCancelled;
import io.kaimen.service.security.Role;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeadLetterOperationsIT extends PoisonedService {

    @Test
    void aReplayIsHandledOnceAndNoMore() {
        park();
        inOrder.poison.remove(event);

        HttpResponse<String> replayed = replay(event);

        assertThat(replayed.statusCode()).isEqualTo(200);
        assertThat(replayed.body()).contains("\"HANDLED\"");
        JsonNode letter = letter(event);
        assertThat(letter.path("state").asString()).isEqualTo("REPLAYED");
        assertThat(letter.path("resolvedBy").asString()).isEqualTo("ann");
        assertThat(letter.path("resolvedAt").asString()).isNotBlank();

        HttpResponse<String> second = replay(event);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("dead-letter-not-parked");
        capture(event, 1);
        capture(next, 2);
        await().atMost(PATIENCE).until(() -> inOrder.handledOf(next) == 1);
        assertThat(inOrder.handledOf(event)).isEqualTo(1);
    }

    @Test
    void ofReplaysAtTheSameTimeOneIsHandled() {
        park();
        inOrder.poison.remove(event);

        List<Integer> answers =
                IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> replay(event)))
                        .toList()
                        .stream()
                        .map(replay -> replay.join().statusCode())
                        .toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(inOrder.handledOf(event)).isEqualTo(1);
    }

    @Test
    void anEventThatCameThroughAnotherWayIsNotHandledAgain() {
        park();
        inOrder.poison.remove(event);
        capture(event, 1);
        await().atMost(PATIENCE).until(() -> inOrder.handledOf(event) == 1);

        assertThat(replay(event).body()).contains("\"HANDLED_BEFORE\"");

        assertThat(inOrder.handledOf(event)).isEqualTo(1);
        assertThat(letter(event).path("state").asString()).isEqualTo("REPLAYED");
    }

    @Test
    void aReplayThatFailsKeepsTheLetterAndTellsWhy() {
        park();

        HttpResponse<String> replayed = replay(event);

        assertThat(replayed.statusCode()).isEqualTo(422);
        assertThat(replayed.body()).contains("replay-failed").contains("IllegalStateException");
        JsonNode letter = letter(event);
        assertThat(letter.path("state").asString()).isEqualTo("PARKED");
        assertThat(letter.path("tries").asInt()).isEqualTo(4);
        inOrder.poison.remove(event);
        assertThat(replay(event).statusCode()).isEqualTo(200);
    }

    @Test
    void aHandlerThatRemembersNothingIsReplayedToo() {
        forgetful.poison.add(event);
        sender.send(
                        Topic.ORDER_CANCELLED,
                        key,
                        event,
                        new OrderCancelled(key, "shopper", "SN1", 1, "test", Instant.EPOCH))
                .join();
        await().atMost(PATIENCE).until(() -> id(event).isPresent());
        forgetful.poison.remove(event);

        assertThat(replay(event).statusCode()).isEqualTo(200);
        assertThat(replay(event).statusCode()).isEqualTo(409);

        assertThat(forgetful.handledOf(event)).isEqualTo(1);
    }

    @Test
    void aDiscardedLetterKeepsWhoAndWhyAndIsNotReplayed() {
        park();
        assertThat(post(event, "/discard", "{\"reason\":\" \"}", Role.OPERATIONS).statusCode())
                .isEqualTo(400);

        HttpResponse<String> discarded =
                post(event, "/discard", "{\"reason\":\"paid by hand\"}", Role.OPERATIONS);

        assertThat(discarded.statusCode()).isEqualTo(200);
        assertThat(letter(event).path("state").asString()).isEqualTo("DISCARDED");
        assertThat(letter(event).path("resolvedBy").asString()).isEqualTo("ann");
        assertThat(letter(event).path("reason").asString()).isEqualTo("paid by hand");
        assertThat(replay(event).statusCode()).isEqualTo(409);
    }

    @Test
    void onlyAdministratorsAndOperationsSeeTheLettersOfThisService() {
        assertThat(send("", Role.ADMINISTRATOR).statusCode()).isEqualTo(200);
        assertThat(send("", Role.OPERATIONS).statusCode()).isEqualTo(200);
        assertThat(send("", Role.SUPPORT).statusCode()).isEqualTo(403);
        assertThat(send("/../order", Role.OPERATIONS).statusCode()).isEqualTo(404);
        assertThat(send("/999999999", Role.OPERATIONS).statusCode()).isEqualTo(404);
        assertThat(send("?state=LOST", Role.OPERATIONS).statusCode()).isEqualTo(400);
        assertThat(send("?size=101", Role.OPERATIONS).statusCode()).isEqualTo(400);
    }

    @Test
    void theListIsPagedAndFilteredByStateAndTopic() {
        park();
        JsonNode page = get("?state=PARKED&topic=capture-due&size=1");
        assertThat(page.path("items").size()).isEqualTo(1);
        assertThat(page.at("/items/0/eventId").asString()).isEqualTo(event);
        assertThat(page.at("/items/0/body").isMissingNode()).isTrue();
        long total = page.path("total").asLong();
        assertThat(get("?state=PARKED&topic=no-such-topic").path("total").asLong()).isZero();

        post(event, "/discard", "{\"reason\":\"test\"}", Role.ADMINISTRATOR);

        assertThat(get("?state=PARKED&topic=capture-due").path("total").asLong())
                .isEqualTo(total - 1);
        assertThat(get("?state=DISCARDED&size=1").at("/items/0/eventId").asString())
                .isEqualTo(event);
    }
}
