package io.kaimen.service.messaging;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Timers of the RocketMQ client that only system properties reach, and only before its classes are
 * loaded. One that is set already stays.
 *
 * <p>When a broker hangs, the client closes its connection again and again, and some pulls are
 * never answered nor failed: their queues stand still until the client finds that nobody has pulled
 * them for long. It looks for that when it rebalances. With its own two minutes and 20 s purchases
 * stood still for as long; a queue with nothing in it is pulled every 15 s.
 */
public final class ClientTimers implements EnvironmentPostProcessor {

    private static final Map<String, String> MILLIS =
            Map.of(
                    "rocketmq.client.pull.pullMaxIdleTime", "30000",
                    "rocketmq.client.rebalance.waitInterval", "5000");

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        MILLIS.forEach((name, millis) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, millis);
            }
        });
    }
}
