package io.kaimen.service.messaging;

import io.kaimen.service.messaging.Verdict.Again;
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
import org.springframework.context.SmartLifecycle;

/**
 * Starts one RocketMQ consumer for each {@link MessageHandler}, when everything else is up, and
 * stops them first.
 */
class MessageListeners implements SmartLifecycle {

    /**
     * How often brokers are told of the consumers, and the name server is asked for brokers. One
     * that was killed knows no consumer when it is back, and gives nobody anything until it does;
     * with the client's 30 s a purchase would stand still so long.
     */
    private static final int PRESENCE_MILLIS = 5_000;

    private final HandlersByGroup handlers;
    private final Deliveries deliveries;
    private final MessagingProperties properties;
    private final String nameServer;
    private final String instance;
    private final List<DefaultMQPushConsumer> consumers = new ArrayList<>();
    private volatile boolean running;

    MessageListeners(
            HandlersByGroup handlers,
            Deliveries deliveries,
            MessagingProperties properties,
            String nameServer,
            String instance) {
        this.handlers = handlers;
        this.deliveries = deliveries;
        this.properties = properties;
        this.nameServer = nameServer;
        this.instance = instance;
    }

    @Override
    public synchronized void start() {
        handlers.all()
                .forEach((group, handler) -> {
                    try {
                        consumers.add(listen(handler, group));
                    } catch (MQClientException e) {
                        throw new IllegalStateException(
                                "cannot consume " + handler.topic().topicName(), e);
                    }
                });
        running = true;
    }

    private DefaultMQPushConsumer listen(MessageHandler<?> handler, String group)
            throws MQClientException {
        var consumer = new DefaultMQPushConsumer(group);
        consumer.setNamesrvAddr(nameServer);
        // One client for all consumers of the process: its threads and connections are shared. The
        // name is the same
        // after a restart, so that the broker gives back the queue locks of ordered consumers at
        // once and not when
        // they run out after a minute.
        consumer.setInstanceName(instance);
        consumer.setVipChannelEnabled(false);
        consumer.setHeartbeatBrokerInterval(PRESENCE_MILLIS);
        consumer.setPollNameServerInterval(PRESENCE_MILLIS);
        // A group's first start must see what was sent before it.
        consumer.setConsumeFromWhere(ConsumeFromWhere.CONSUME_FROM_FIRST_OFFSET);
        // The broker gives up only for a service that cannot park: what is not parked must not
        // leave
        // it.
        consumer.setMaxReconsumeTimes(
                deliveries.canPark() ? Integer.MAX_VALUE : properties.maxRedeliveries());
        consumer.setConsumeThreadMin(properties.consumerThreads());
        consumer.setConsumeThreadMax(properties.consumerThreads());
        consumer.subscribe(properties.prefix() + handler.topic().topicName(), handler.tag());
        if (handler.orderly()) {
            consumer.setMessageListener(inOrder(handler, group));
        } else {
            consumer.setMessageListener(concurrently(handler, group));
        }
        consumer.start();
        return consumer;
    }

    MessageListenerOrderly inOrder(MessageHandler<?> handler, String group) {
        return (messages, context) -> {
            for (MessageExt message : messages) {
                if (deliveries.deliver(handler, group, message) instanceof Again(var after)) {
                    context.setSuspendCurrentQueueTimeMillis(after.toMillis());
                    return ConsumeOrderlyStatus.SUSPEND_CURRENT_QUEUE_A_MOMENT;
                }
            }
            return ConsumeOrderlyStatus.SUCCESS;
        };
    }

    MessageListenerConcurrently concurrently(MessageHandler<?> handler, String group) {
        return (messages, context) -> {
            for (MessageExt message : messages) {
                if (deliveries.deliver(handler, group, message) instanceof Again(var after)) {
                    context.setDelayLevelWhenNextConsume(DelayLevels.of(after));
                    return ConsumeConcurrentlyStatus.RECONSUME_LATER;
                }
            }
            return ConsumeConcurrentlyStatus.CONSUME_SUCCESS;
        };
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
