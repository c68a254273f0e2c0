package io.kaimen.service.messaging;

import io.kaimen.contracts.Envelope;
import java.util.ArrayList;
import java.util.List;
import org.apache.rocketmq.client.consumer.DefaultMQPushConsumer;
import org.apache.rocketmq.client.consumer.listener.ConsumeConcurrentlyStatus;
import org.apache.rocketmq.client.consumer.listener.ConsumeOrderlyStatus;
import org.apache.rocketmq.client.consumer.listener.MessageListenerConcurrently;
import org.apache.rocketmq.client.consumer.listener.MessageListenerOrderly;
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.common.consumer.ConsumeFromWhere;
import org.apache.rocketmq.common.message.MessageExt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts one RocketMQ consumer for each {@link MessageHandler}, when everything else is up, and
 * stops them first.
 */
class MessageListeners implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MessageListeners.class);

    private final List<MessageHandler<?>> handlers;
    private final MessageCodec codec;
    private final @Nullable ConsumedMessages consumed;
    private final MessagingProperties properties;
    private final String nameServer;
    private final String service;
    private final String instance;
    private final List<DefaultMQPushConsumer> consumers = new ArrayList<>();
    private volatile boolean running;

    MessageListeners(
            List<MessageHandler<?>> handlers,
            MessageCodec codec,
            @Nullable ConsumedMessages consumed,
            MessagingProperties properties,
            String nameServer,
            String service,
            String instance) {
        this.handlers = handlers;
        this.codec = codec;
        this.consumed = consumed;
        this.properties = properties;
        this.nameServer = nameServer;
        this.service = service;
        this.instance = instance;
    }

    @Override
    public synchronized void start() {
        for (MessageHandler<?> handler : handlers) {
            try {
                consumers.add(listen(handler));
            } catch (MQClientException e) {
                throw new IllegalStateException("cannot consume " + handler.topic().topicName(), e);
            }
        }
        running = true;
    }

    private <P> DefaultMQPushConsumer listen(MessageHandler<P> handler) throws MQClientException {
        String group = properties.prefix() + handler.group(service);
        var consumer = new DefaultMQPushConsumer(group);
        consumer.setNamesrvAddr(nameServer);
        // One client for all consumers of the process: its threads and connections are shared. The
        // name is the same
        // after a restart, so that the broker gives back the queue locks of ordered consumers at
        // once and not when
        // they run out after a minute.
        consumer.setInstanceName(instance);
        consumer.setVipChannelEnabled(false);
        // A group's first start must see what was sent before it.
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        consumer.setMaxReconsumeTimes(properties.maxRedeliveries());
        consumer.setConsumeThreadMin(properties.consumerThreads());
        consumer.setConsumeThreadMax(properties.consumerThreads());
        consumer.subscribe(properties.prefix() + handler.topic().topicName(), handler.tag());
        if (handler.orderly()) {
            consumer.setMessageListener(
                    (MessageListenerOrderly)
                            (messages, context) ->
                                    handledAll(handler, group, messages)
                                            ? ConsumeOrderlyStatus.SUCCESS
                                            : ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT);
        } else {
            consumer.setMessageListener(
                    (MessageListenerConcurrently)
                            (messages, context) ->
                                    handledAll(handler, group, messages)
                                            ? ConsumeConcurrentlyStatus.CONSUME_SUCCESS
                                            : ConsumeConcurrentlyStatus.RECONSUME_LATER);
        }
        consumer.start();
        return consumer;
    }

    private <P> boolean handledAll(
            MessageHandler<P> handler, String group, List<MessageExt> messages) {
        for (MessageExt message : messages) {
            try {
                handle(handler, group, codec.decode(message.getBody(), handler.topic()));
            } catch (RuntimeException e) {
                log.warn(
                        "{} could not handle {} (try {}), it will come again",
                        group,
                        message.getKeys(),
                        message.getReconsumeTimes() + 1,
                        e);
                return false;
            }
        }
        return true;
    }

    private <P> void handle(MessageHandler<P> handler, String group, Envelope<P> envelope) {
        if (!handler.remembered()) {
            handler.handle(envelope);
        } else if (consumed == null) {
            throw new IllegalStateException(
                    group + " wants its events remembered, but this service has no database");
        } else if (!consumed.once(group, envelope.eventId(), () -> handler.handle(envelope))) {
            log.debug("{} had handled {} before", group, envelope.eventId());
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        consumers.forEach(DefaultMQPushConsumer::shutdown);
        consumers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the web server: handlers may need everything. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
