package io.kaimen.service.messaging;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.rocketmq.client.exception.MQBrokerException;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.apache.rocketmq.client.producer.MessageQueueSelector;
import org.apache.rocketmq.client.producer.SendCallback;
import org.apache.rocketmq.client.producer.SendResult;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageQueue;
import org.apache.rocketmq.remoting.exception.RemotingException;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages at once, without a database's consent: for comm-service, which has none. Whoever
 * changes rows uses {@link Outbox} instead.
 */
public class MessageSender {

    /** Messages of one key go to one queue, which keeps their order. */
    private static final MessageQueueSelector BY_KEY = MessageSender::queueOf;

    private final DefaultMQProducer producer;
    private final MessageCodec codec;
    private final MessagingProperties properties;
    private final Clock clock;
    private final String service;

    public MessageSender(
            DefaultMQProducer producer,
            MessageCodec codec,
            MessagingProperties properties,
            Clock clock,
            String service) {
        this.producer = producer;
        this.codec = codec;
        this.properties = properties;
        this.clock = clock;
        this.service = service;
    }

    /** The topic's name at this environment's broker. */
    public String destination(Topic topic) {
        return properties.prefix() + topic.topicName();
    }

    public <P> Envelope<P> envelope(Topic topic, String key, String eventId, P payload) {
        return new Envelope<>(eventId, topic.topicName(), key, clock.instant(), service, payload);
    }

    /**
     * Sends without blocking.
     *
     * @param eventId the same for every resend of the same event
     * @return completed when the broker has stored the message, failed when that is not known
     */
    public CompletableFuture<Void> send(Topic topic, String key, String eventId, Object payload) {
        var stored = new CompletableFuture<Void>();
        Message message =
                message(
                        topic,
                        key,
                        null,
                        codec.encode(envelope(topic, key, eventId, payload)),
                        null);
        try {
            producer.send(
                    message,
                    BY_KEY,
                    key,
                    new Completing(stored),
                    properties.sendTimeout().toMillis());
        } catch (MQClientException | RemotingException e) {
            stored.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stored.completeExceptionally(e);
        }
        return stored;
    }

    /**
     * Sends an encoded envelope and waits until it is stored.
     *
     * @param deliverAt null for at once
     * @throws MessageNotSent when it is not known to be stored
     */
    void sendNow(
            Topic topic,
            String key,
            @Nullable String tag,
            byte[] body,
            @Nullable Instant deliverAt) {
        try {
            producer.send(
                    message(topic, key, tag, body, deliverAt),
                    BY_KEY,
                    key,
                    properties.sendTimeout().toMillis());
        } catch (MQClientException | RemotingException | MQBrokerException e) {
            throw new MessageNotSent(topic, key, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MessageNotSent(topic, key, e);
        }
    }

    private Message message(
            Topic topic,
            String key,
            @Nullable String tag,
            byte[] body,
            @Nullable Instant deliverAt) {
        var message = new Message(destination(topic), tag == null ? "" : tag, key, body);
        if (deliverAt != null && deliverAt.isAfter(clock.instant())) {
            message.setDeliverTimeMs(deliverAt.toEpochMilli());
        }
        return message;
    }

    private static MessageQueue queueOf(List<MessageQueue> queues, Message message, Object key) {
        return queues.get(Math.floorMod(key.hashCode(), queues.size()));
    }

    private record Completing(CompletableFuture<Void> stored) implements SendCallback {

        @Override
        public void onSuccess(SendResult result) {
            stored.complete(null);
        }

        @Override
        public void onException(Throwable failure) {
            stored.completeExceptionally(failure);
        }
    }
}
