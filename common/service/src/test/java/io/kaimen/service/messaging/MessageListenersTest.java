package io.kaimen.service.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.CaptureDue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyContext;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyContext;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.common.message.MessageExt;
import org.apache.rocketmq.common.message.MessageQueue;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** What the broker is told; how often a message may fail is three times here. */
class MessageListenersTest {

    private static final MessageQueue QUEUE = new MessageQueue("capture-due", "broker", 0);

    private final MessageCodec codec = new MessageCodec();
    private final MessageHandler<CaptureDue> failing = new FailingHandler(false);
    private final MessageHandler<CaptureDue> failingInOrder = new FailingHandler(true);
    private boolean databaseThere = true;
    private final TryProperties tries =
            new TryProperties(
                    3,
                    3,
                    Duration.ofMillis(200),
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(30),
                    Duration.ofMinutes(3));
    private final MessageListeners listeners = listeners();

    @Test
    void aConcurrentFailureComesAgainInASecondThenLater() {
        var context = new ConsumeConcurrentlyContext(QUEUE);
        assertThat(concurrently(context)).isEqualTo(ConsumeConcurrentlyStatus.RECONSUME_LATER);
        assertThat(context.getDelayLevelWhenNextConsume()).isEqualTo(1);
        concurrently(context);
        assertThat(context.getDelayLevelWhenNextConsume()).isEqualTo(2);
    }

    @Test
    void aParkedConcurrentMessageIsAcknowledged() {
        concurrently(new ConsumeConcurrentlyContext(QUEUE));
        concurrently(new ConsumeConcurrentlyContext(QUEUE));
        assertThat(concurrently(new ConsumeConcurrentlyContext(QUEUE)))
                .isEqualTo(ConsumeConcurrentlyStatus.CONSUME_SUCCESS);
    }

    @Test
    void aParkedOrderedMessageIsAcknowledged() {
        inOrder(new ConsumeOrderlyContext(QUEUE));
        inOrder(new ConsumeOrderlyContext(QUEUE));
        assertThat(inOrder(new ConsumeOrderlyContext(QUEUE)))
                .isEqualTo(ConsumeOrderlyStatus.SUCCESS);
    }

    @Test
    void anOrderedFailureHoldsItsQueueUpALittleLongerEachTime() {
        var context = new ConsumeOrderlyContext(QUEUE);
        inOrder(context);
        assertThat(inOrder(context)).isEqualTo(ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT);
        assertThat(context.getSuspendCurrentQueueTimeMillis()).isEqualTo(400);
    }

    @Test
    void whatCannotBeParkedComesAgainInSecondsHoweverOftenItCame() {
        databaseThere = false;
        var ordered = new ConsumeOrderlyContext(QUEUE);
        var concurrent = new ConsumeConcurrentlyContext(QUEUE);
        for (int trial = 0; trial < 100; trial++) {
            inOrder(ordered);
            concurrently(concurrent);
        }
        assertThat(ordered.getSuspendCurrentQueueTimeMillis()).isEqualTo(5_000);
        assertThat(concurrent.getDelayLevelWhenNextConsume()).isEqualTo(2);
    }

    private ConsumeConcurrentlyStatus concurrently(ConsumeConcurrentlyContext context) {
        return listeners.concurrently(failing, "group").consumeMessage(List.of(message()), context);
    }

    private ConsumeOrderlyStatus inOrder(ConsumeOrderlyContext context) {
        return listeners
                .inOrder(failingInOrder, "ordered")
                .consumeMessage(List.of(message()), context);
    }

    private MessageListeners listeners() {
        DeadLetterBox box =
                letter -> {
                    if (!databaseThere) {
                        throw new DataAccessResourceFailureException("gone on purpose");
                    }
                };
        var deliveries = new Deliveries(codec, new HandleOnce(null), box, tries, Clock.systemUTC());
        var properties =
                new MessagingProperties(
                        "", 1, 16, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        return new MessageListeners(
                new HandlersByGroup(List.of(failing), "", "service"),
                deliveries,
                properties,
                "127.0.0.1:1",
                "test");
    }

    private MessageExt message() {
        var message = new MessageExt();
        message.setKeys("KM1");
        message.setBody(
                codec.encode(
                        new Envelope<>(
                                "e-1",
                                Topic.CAPTURE_DUE.topicName(),
                                "KM1",
                                Clock.systemUTC().instant(),
                                "account-service",
                                new CaptureDue("KM1", 1))));
        return message;
    }

    private static final class FailingHandler implements MessageHandler<CaptureDue> {

        private final boolean orderly;

        FailingHandler(boolean orderly) {
            this.orderly = orderly;
        }

        @Override
        public boolean orderly() {
            return orderly;
        }

        @Override
        public Topic topic() {
            return Topic.CAPTURE_DUE;
        }

        @Override
        public void handle(Envelope<CaptureDue> message) {
            throw new IllegalStateException("poison on purpose");
        }

        @Override
        public boolean remembered() {
            return false;
        }
    }
}
