package io.kaimen.testkit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The real database, Redis, RocketMQ, Seata and Eureka, running for the tests of this build.
 *
 * <p>They are started by {@code deploy/local} when the first test asks, are shared by all test
 * processes of the build and end with it. Every build has empty schemas.
 */
public final class Middleware {

    /** Services whose topics exist with the prefix {@code it-<service>-}. */
    static final Set<String> SERVICES =
            Set.of("comm", "device", "order", "account", "channel", "replenish");

    private static final Object LOCK = new Object();
    private static @Nullable Middleware running;

    private final TestStack stack;

    private Middleware(TestStack stack) {
        this.stack = stack;
    }

    /**
     * The running middleware; starts it when nobody has yet, which takes about 15 s.
     *
     * @throws IllegalStateException when it cannot be started; the message has the reason
     */
    public static Middleware start() {
        synchronized (LOCK) {
            var middleware = running == null ? new Middleware(TestStack.join()) : running;
            running = middleware;
            return middleware;
        }
    }

    /**
     * Where a component listens on 127.0.0.1.
     *
     * @param name database, redis, rocketmq-namesrv, rocketmq-broker, seata or eureka
     */
    public int port(String name) {
        return stack.port(name);
    }

    /**
     * A generated secret, by the name of its file in the instance's folder {@code secrets}, such as
     * {@code database-root} or {@code redis}.
     */
    public String secret(String name) {
        return stack.secret(name);
    }

    /** The instance's folder, for logs and settings. */
    public Path home() {
        return stack.home();
    }

    /**
     * Every Spring property a service needs to run against this middleware: the settings that
     * {@code deploy/up} would give it, except that its topics and groups have the prefix {@code
     * it-<service>-}, that no job executor starts, and that it looks others up in Eureka without
     * registering itself.
     *
     * <p>The service's schema is emptied when its first test of a build asks.
     *
     * @param service comm, device, order, account, channel or replenish
     */
    public Map<String, String> properties(String service) {
        if (!SERVICES.contains(service)) {
            throw new IllegalArgumentException(
                    "There is no service " + service + " but " + SERVICES + ".");
        }
        var properties = new LinkedHashMap<String, String>();
        add(stack.settings("common"), properties);
        add(stack.settings(service), properties);
        properties
                .keySet()
                .removeIf(key -> key.startsWith("kaimen.jobs.") || key.startsWith("server."));
        properties.put("kaimen.messaging.prefix", "it-" + service + "-");
        properties.put("eureka.client.register-with-eureka", "false");
        new Schema(stack, properties).emptyOnce(service);
        return properties;
    }

    private static void add(Properties more, Map<String, String> properties) {
        more.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> properties.put(name, more.getProperty(name)));
    }
}
