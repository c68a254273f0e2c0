package io.kaimen.service.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.CaptureDue;
import io.kaimen.service.messaging.Deliveries.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.common.message.MessageExt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class DeliveriesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final String GROUP = "order-capture-due";

    private final MessageCodec codec = new MessageCodec();
    private final List<FailedMessage> parked = new ArrayList<>();
    private final PlainHandler handler = new PlainHandler();
    private final Deliveries deliveries = deliveries(parked::add);

    @Test
    void aHandledMessageIsDone() {
        assertThat(deliveries.deliver(handler, GROUP, message(1))).isEqualTo(Verdict.DONE);
        assertThat(handler.handled).hasSize(1);
        assertThat(parked).isEmpty();
    }

    @Test
    void aFailureComesAgainUntilItsTriesAreUsedUpAndIsParkedThen() {
        handler.failure = new IllegalStateException("poison");
        assertThat(deliveries.deliver(handler, GROUP, message(1))).isEqualTo(Verdict.AGAIN);
        assertThat(deliveries.deliver(handler, GROUP, message(2))).isEqualTo(Verdict.AGAIN);
        assertThat(deliveries.deliver(handler, GROUP, message(3))).isEqualTo(Verdict.DONE);

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
        assertThat(deliveries.deliver(handler, GROUP, message(1))).isEqualTo(Verdict.AGAIN);
        assertThat(deliveries.deliver(handler, GROUP, message(2))).isEqualTo(Verdict.DONE);
        assertThat(parked).hasSize(1);
    }

    @Test
    void anErrorIsPoisonToo() {
        handler.error = new StackOverflowError();
        assertThat(deliveries.deliver(handler, GROUP, message(3))).isEqualTo(Verdict.DONE);
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
        assertThat(deliveries.deliver(handler, GROUP, message)).isEqualTo(Verdict.DONE);
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
    void whatCannotBeParkedIsHeld() {
        Deliveries unable =
                deliveries(message -> {
                    throw new DataAccessResourceFailureException("gone on purpose");
                });
        handler.failure = new IllegalStateException("poison");
        assertThat(unable.deliver(handler, GROUP, message(2))).isEqualTo(Verdict.AGAIN);
        assertThat(unable.deliver(handler, GROUP, message(3))).isEqualTo(Verdict.HELD);
        assertThat(unable.deliver(handler, GROUP, message(300))).isEqualTo(Verdict.HELD);
    }

    @Test
    void aDatabaseThatIsGoneIsNotTheMessagesFault() {
        handler.failure = new CannotCreateTransactionException("gone on purpose");
        assertThat(deliveries.deliver(handler, GROUP, message(30))).isEqualTo(Verdict.HELD);
        assertThat(parked).isEmpty();
        handler.failure = null;
        assertThat(deliveries.deliver(handler, GROUP, message(31))).isEqualTo(Verdict.DONE);
        assertThat(handler.handled).hasSize(1);
    }

    @Test
    void withoutADatabaseTheBrokerKeepsTheTries() {
        Deliveries without = deliveries(null);
        assertThat(without.canPark()).isFalse();
        handler.failure = new IllegalStateException("poison");
        assertThat(without.deliver(handler, GROUP, message(99))).isEqualTo(Verdict.AGAIN);
    }

    private Deliveries deliveries(@Nullable DeadLetterBox box) {
        return new Deliveries(
                codec,
                new HandleOnce(null),
                box,
                new TryProperties(3, 2, Duration.ofMillis(1), Duration.ofMillis(1)),
                Clock.fixed(NOW, ZoneOffset.UTC));
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
