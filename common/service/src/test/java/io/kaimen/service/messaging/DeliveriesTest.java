package io.kaimen.service.messaging;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.CaptureDue;
import io.kaimen.service.messaging.Verdict.Again;
import io.kaimen.service.messaging.Verdict.Done;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.common.message.MessageExt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.client.RedisTimeoutException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

@ExtendWith(OutputCaptureExtension.class)
class DeliveriesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration MOST = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String GROUP = "order-capture-due";

    private Instant now = NOW;
    private final MessageCodec codec = new MessageCodec();
    private final List<FailedMessage> parked = new ArrayList<>();
    private final PlainHandler handler = new PlainHandler();
    private final Deliveries deliveries = deliveries(parked::add);

    @Test
    void aHandledMessageIsDone() {
        assertThat(deliveries.deliver(handler, GROUP, message(1))).isEqualTo(new Done());
        assertThat(handler.handled).hasSize(1);
        assertThat(parked).isEmpty();
    }

    @Test
    void aFailureComesAgainLaterAndLaterUntilItsTriesAreUsedUpAndIsParkedThen() {
        handler.failure = new IllegalStateException("poison");
        assertThat(deliveries.deliver(handler, GROUP, message(1))).isEqualTo(again(1_000));
        assertThat(deliveries.deliver(handler, GROUP, message(2))).isEqualTo(again(5_000));
        assertThat(deliveries.deliver(handler, GROUP, message(3))).isEqualTo(new Done());

        assertThat(parked)
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.group()).isEqualTo(GROUP);
                    assertThat(letter.eventId()).isEqualTo("e-1");
                    assertThat(letter.key()).isEqualTo("KM1");
                    assertThat(letter.tries()).isEqualTo(3);
                    assertThat(letter.failure()).isSameAs(handler.failure);
                    assertThat(letter.firstFailedAt()).isEqualTo(NOW);
                    assertThat(letter.body()).isEqualTo(body());
                });
    }

    @Test
    void anOrderedHandlerHasTriesOfItsOwn() {
        handler.orderly = true;
        handler.failure = new IllegalStateException("poison");
        assertThat(deliveries.deliver(handler, GROUP, message(1))).isEqualTo(again(200));
        assertThat(deliveries.deliver(handler, GROUP, message(2))).isEqualTo(new Done());
        assertThat(parked).hasSize(1);
    }

    @Test
    void whatIsAwayCostsNoTries() {
        handler.failure = new RedisTimeoutException("away on purpose");
        for (int trial = 1; trial <= 50; trial++) {
            assertThat(deliveries.deliver(handler, GROUP, message(trial)))
                    .isInstanceOfSatisfying(
                            Again.class,
                            again -> assertThat(again.after()).isBetween(ofMillis(200), MOST));
        }
        handler.failure = new IllegalStateException("its own");
        assertThat(deliveries.deliver(handler, GROUP, message(51))).isEqualTo(again(1_000));
        handler.failure = null;
        assertThat(deliveries.deliver(handler, GROUP, message(52))).isEqualTo(new Done());
        assertThat(parked).isEmpty();
        assertThat(handler.handled).hasSize(1);
    }

    @Test
    void whatStaysAwayLongerThanOurPatienceParksItsMessages() {
        handler.failure = new RedisTimeoutException("away on purpose");
        deliveries.deliver(handler, GROUP, message(1));
        now = NOW.plus(PATIENCE);
        assertThat(deliveries.deliver(handler, GROUP, message(2))).isInstanceOf(Again.class);
        now = now.plusMillis(1);
        assertThat(deliveries.deliver(handler, GROUP, message(3))).isEqualTo(new Done());
        assertThat(parked).singleElement().extracting(FailedMessage::tries).isEqualTo(3);
    }

    @Test
    void patienceWithOneAbsenceIsNotUsedUpByAnEarlierFailure() {
        handler.failure = new IllegalStateException("its own");
        deliveries.deliver(handler, GROUP, message(1));
        now = NOW.plus(PATIENCE).plusSeconds(60);
        handler.failure = new RedisTimeoutException("away on purpose");
        assertThat(deliveries.deliver(handler, GROUP, message(2))).isInstanceOf(Again.class);
        assertThat(parked).isEmpty();
    }

    @Test
    void anErrorIsPoisonToo() {
        handler.error = new StackOverflowError();
        deliveries.deliver(handler, GROUP, message(1));
        deliveries.deliver(handler, GROUP, message(2));
        assertThat(deliveries.deliver(handler, GROUP, message(3))).isEqualTo(new Done());
        assertThat(parked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "null",
                "{}",
                "[]",
                "{\"eventId\":\"e-9\"}",
                "{\"eventId\":\"e-9\",\"payload\":{\"orderNo\":\"KM1\",\"attempt\":\"many\"}}",
                "{\"eventId\":\" \",\"payload\":{\"orderNo\":\"KM1\",\"attempt\":1}}"
            })
    void whatIsNoEnvelopeIsParkedAtOnce(String body) {
        MessageExt message = message(1);
        message.setBody(body.getBytes(StandardCharsets.UTF_8));
        assertThat(deliveries.deliver(handler, GROUP, message)).isEqualTo(new Done());
        assertThat(handler.handled).isEmpty();
        assertThat(parked)
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.tries()).isEqualTo(1);
                    assertThat(letter.failure()).isInstanceOf(UndecodableMessage.class);
                    assertThat(letter.eventId())
                            .matches(body.contains("e-9") ? "e-9" : "sha256:[0-9a-f]{64}");
                });
    }

    @Test
    void whatCannotBeParkedStaysWithTheBroker() {
        Deliveries unable =
                deliveries(message -> {
                    throw new DataAccessResourceFailureException("gone on purpose");
                });
        handler.failure = new IllegalStateException("poison");
        unable.deliver(handler, GROUP, message(1));
        unable.deliver(handler, GROUP, message(2));
        for (int trial = 3; trial < 300; trial++) {
            assertThat(unable.deliver(handler, GROUP, message(trial))).isEqualTo(new Again(MOST));
        }
    }

    @Test
    void nothingIsParkedWhileTheDatabaseIsAwayHoweverLongThatIs() {
        handler.failure = new CannotCreateTransactionException("gone on purpose");
        deliveries.deliver(handler, GROUP, message(1));
        now = NOW.plus(PATIENCE.multipliedBy(10));
        assertThat(deliveries.deliver(handler, GROUP, message(30))).isInstanceOf(Again.class);
        assertThat(parked).isEmpty();
        handler.failure = null;
        assertThat(deliveries.deliver(handler, GROUP, message(31))).isEqualTo(new Done());
        assertThat(handler.handled).hasSize(1);
    }

    @Test
    void withoutADatabaseTheBrokerKeepsTheTriesSoItsWaitsGrowWhateverFailed() {
        Deliveries without = deliveries(null);
        assertThat(without.canPark()).isFalse();
        handler.failure = new IllegalStateException("poison");
        assertThat(without.deliver(handler, GROUP, message(1))).isEqualTo(again(1_000));
        handler.failure = new RedisTimeoutException("away on purpose");
        assertThat(without.deliver(handler, GROUP, message(4))).isEqualTo(again(30_000));
        assertThat(without.deliver(handler, GROUP, message(99))).isEqualTo(again(7_200_000));
    }

    @Test
    void operatorsAreToldOnceInAWhileOfALongAbsence(CapturedOutput output) {
        handler.failure = new RedisTimeoutException("away on purpose");
        for (int seconds = 0; seconds < 100; seconds++) {
            now = NOW.plusSeconds(seconds);
            deliveries.deliver(handler, GROUP, message(1));
        }
        assertThat(output.getOut().split("ALERT messages wait: " + GROUP, -1)).hasSize(2);
    }

    private static Again again(long millis) {
        return new Again(ofMillis(millis));
    }

    private Deliveries deliveries(@Nullable DeadLetterBox box) {
        return new Deliveries(
                codec,
                new HandleOnce(null),
                box,
                new TryProperties(3, 2, ofMillis(200), MOST, PATIENCE, Duration.ofMinutes(1)),
                ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
    }

    private byte[] body() {
        return codec.encode(
                new Envelope<>(
                        "e-1",
                        Topic.CAPTURE_DUE.topicName(),
                        "KM1",
                        NOW,
                        "account-service",
                        new CaptureDue("KM1", 1)));
    }

    private MessageExt message(int trial) {
        var message = new MessageExt();
        message.setTopic(Topic.CAPTURE_DUE.topicName());
        message.setKeys("KM1");
        message.setBody(body());
        message.setReconsumeTimes(trial - 1);
        return message;
    }

    private static final class PlainHandler implements MessageHandler<CaptureDue> {

        private final List<CaptureDue> handled = new ArrayList<>();
        private @Nullable RuntimeException failure;
        private @Nullable Error error;
        private boolean orderly;

        @Override
        public Topic topic() {
            return Topic.CAPTURE_DUE;
        }

        @Override
        public void handle(Envelope<CaptureDue> message) {
            if (failure != null) {
                throw failure;
            }
            if (error != null) {
                throw error;
            }
            handled.add(message.payload());
        }

        @Override
        public boolean orderly() {
            return orderly;
        }

        @Override
        public boolean remembered() {
            return false;
        }
    }
}
