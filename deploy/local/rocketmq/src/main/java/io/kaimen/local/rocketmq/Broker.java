package io.kaimen.local.rocketmq;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.rocketmq.broker.BrokerController;
import org.apache.rocketmq.common.BrokerConfig;
import org.apache.rocketmq.common.TopicConfig;
import org.apache.rocketmq.remoting.netty.NettyClientConfig;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;
import org.apache.rocketmq.store.config.FlushDiskType;
import org.apache.rocketmq.store.config.MessageStoreConfig;

/** The broker, on the loopback interface, with a store sized for one machine. */
final class Broker {

    private static final int QUEUES_PER_TOPIC = 4;
    private static final int MIB = 1024 * 1024;

    private final BrokerController controller;

    private Broker(BrokerController controller) {
        this.controller = controller;
    }

    static Broker start(Settings settings) throws Exception {
        var netty = new NettyServerConfig();
        netty.setBindAddress("127.0.0.1");
        netty.setListenPort(settings.brokerPort());
        var controller =
                new BrokerController(
                        identity(settings), netty, new NettyClientConfig(), store(settings));
        if (!controller.initialize()) {
            throw new IllegalStateException(
                    "The broker refused its configuration or could not read its store.");
        }
        createTopics(controller, settings.allTopics());
        controller.start();
        // Its own first registration is lost more often than not, and the next would come 10 s
        // later.
        controller.registerBrokerAll(true, false, true);
        return new Broker(controller);
    }

    private static BrokerConfig identity(Settings settings) {
        var config = new BrokerConfig();
        config.setRocketmqHome(settings.data().toString());
        config.setBrokerName("local");
        config.setBrokerClusterName("local");
        config.setBrokerIP1("127.0.0.1");
        config.setBrokerIP2("127.0.0.1");
        config.setListenPort(settings.brokerPort());
        config.setNamesrvAddr(settings.nameServerAddress());
        // A mistyped topic must fail here as it does in production; consumer groups come with the
        // services.
        config.setAutoCreateTopicEnable(false);
        config.setAutoCreateSubscriptionGroup(true);
        config.setTransactionCheckInterval(TimeUnit.SECONDS.toMillis(5));
        config.setTransactionTimeOut(TimeUnit.SECONDS.toMillis(5));
        // For a day and more: a half message given up is a basket that nobody charges. RocketMQ's
        // own 15 would be 75 s.
        config.setTransactionCheckMax(20_000);
        // A connection that was lost while the broker hung counts as a second consumer with the
        // same
        // id until then, and half of the queues are given to it. Consumers tell of themselves every
        // 5 s; RocketMQ's own 120 s would leave those queues alone for two minutes.
        config.setChannelExpiredTimeout(TimeUnit.SECONDS.toMillis(20));
        // Nobody here consumes by POP; its eight threads would poll for nothing.
        config.setReviveQueueNum(1);
        // The default of 10 ms costs a tenth of a core while nothing happens.
        config.setTransactionMetricFlushInterval(2_000);
        return config;
    }

    private static MessageStoreConfig store(Settings settings) {
        var root = settings.data().resolve("store");
        var config = new MessageStoreConfig();
        config.setStorePathRootDir(root.toString());
        config.setStorePathCommitLog(root.resolve("commitlog").toString());
        config.setFlushDiskType(FlushDiskType.ASYNC_FLUSH);
        config.setHaListenPort(settings.brokerPort() + 1);
        config.setMappedFileSizeCommitLog(16 * MIB);
        config.setMappedFileSizeConsumeQueue(20_000);
        config.setMappedFileSizeTimerLog(MIB);
        config.setMaxHashSlotNum(10_000);
        config.setMaxIndexNum(40_000);
        config.setDiskMaxUsedSpaceRatio(95);
        config.setTimerWheelEnable(true);
        config.setTimerFlushIntervalMs(10_000);
        return config;
    }

    private static void createTopics(BrokerController controller, List<String> names) {
        var existing = controller.getTopicConfigManager();
        var missing =
                names.stream()
                        .filter(name -> existing.selectTopicConfig(name) == null)
                        .map(name -> new TopicConfig(name, QUEUES_PER_TOPIC, QUEUES_PER_TOPIC))
                        .toList();
        if (!missing.isEmpty()) {
            existing.updateTopicConfigList(missing);
        }
    }

    /**
     * Tells the name server of every topic now.
     *
     * <p>The controller does so at its start, before it has found the name server, and then every
     * 10 s.
     */
    void register() {
        controller.registerBrokerAll(true, false, true);
    }

    /**
     * Closes the store and saves how far each consumer is.
     *
     * <p>The controller's own shutdown does the same after waiting 8 s for idle threads.
     */
    void stop() {
        controller.getMessageStore().shutdown();
        controller.getConsumerOffsetManager().persist();
        controller.getSubscriptionGroupManager().persist();
        controller.getScheduleMessageService().persist();
    }
}
