package io.kaimen.local.rocketmq;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.rocketmq.common.namesrv.NamesrvConfig;
import org.apache.rocketmq.namesrv.NamesrvController;
import org.apache.rocketmq.remoting.netty.NettyServerConfig;

/** The name server, on the loopback interface. */
final class NameServer {

    private static final long ROUTES_WITHIN_SECONDS = 20;

    private final NamesrvController controller;

    private NameServer(NamesrvController controller) {
        this.controller = controller;
    }

    static NameServer start(Settings settings) throws Exception {
        var home = settings.data().resolve("name-server");
        var config = new NamesrvConfig();
        config.setRocketmqHome(home.toString());
        config.setKvConfigPath(home.resolve("kvConfig.json").toString());
        config.setConfigStorePath(home.resolve("namesrv.properties").toString());
        // The broker may come back at once after a crash; its old registration must not linger.
        config.setScanNotActiveBrokerInterval(2_000);
        var netty = new NettyServerConfig();
        netty.setBindAddress("127.0.0.1");
        netty.setListenPort(settings.nameServerPort());
        var controller = new NamesrvController(config, netty);
        if (!controller.initialize()) {
            throw new IllegalStateException("The name server refused its configuration.");
        }
        controller.start();
        return new NameServer(controller);
    }

    /**
     * Returns once a client that asks for any of these topics is told a broker.
     *
     * @param register asks the broker to register, done again until it arrives
     * @throws TimeoutException when that takes more than 20 s
     */
    void awaitRoutes(List<String> topics, Runnable register) throws TimeoutException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ROUTES_WITHIN_SECONDS);
        for (var topic : topics) {
            while (controller.getRouteInfoManager().pickupTopicRouteData(topic) == null) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("No broker serves the topic " + topic + ".");
                }
                register.run();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }
}
