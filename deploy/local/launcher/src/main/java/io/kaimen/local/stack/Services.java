package io.kaimen.local.stack;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.instance.Secret;
import io.kaimen.local.supervise.Component;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The six services. */
final class Services {

    private static final Duration START_WITHIN = Duration.ofSeconds(120);
    private static final int HEAP_MIB = 192;

    private final Instance instance;

    Services(Instance instance) {
        this.instance = instance;
    }

    /** Their names as components; the folder and the name in Eureka are {@code <name>-service}. */
    static Set<String> names() {
        return Set.of("comm", "device", "order", "account", "channel", "replenish");
    }

    List<Module> modules() {
        return names().stream().sorted().map(this::module).toList();
    }

    List<Component> components() {
        return List.of(account(), channel(), order(), device(), comm(), replenish());
    }

    private Component account() {
        var settings =
                withDatabase("account", Schema.ACCOUNT, Port.ACCOUNT_EXECUTOR)
                        .set(
                                "kaimen.account.initial-administrator-password",
                                instance.secrets().get(Secret.ADMINISTRATOR));
        return component("account", Port.ACCOUNT, settings, Set.of());
    }

    private Component channel() {
        var settings =
                withDatabase("channel", Schema.CHANNEL, Port.CHANNEL_EXECUTOR)
                        .set(
                                "kaimen.wechat.notify-url",
                                instance.url(Port.EDGE) + "/callback/wechat/payscore");
        // The sandbox plays WeChat: its addresses, and the keys it generated for this merchant.
        return component(
                "channel",
                Port.CHANNEL,
                settings,
                Set.of("sandbox"),
                Support.wechatSettings(instance));
    }

    private Component order() {
        return component(
                "order",
                Port.ORDER,
                withDatabase("order", Schema.ORDERS, Port.ORDER_EXECUTOR),
                Set.of());
    }

    private Component device() {
        return component(
                "device",
                Port.DEVICE,
                withDatabase("device", Schema.DEVICE, Port.DEVICE_EXECUTOR),
                Set.of());
    }

    private Component replenish() {
        return component(
                "replenish",
                Port.REPLENISH,
                withDatabase("replenish", Schema.REPLENISH, Port.REPLENISH_EXECUTOR),
                Set.of());
    }

    private Component comm() {
        var settings =
                new Settings(file("comm"))
                        .set("kaimen.comm.mqtt-port", instance.ports().get(Port.MQTT))
                        .set("kaimen.comm.instance", "comm-1");
        return component("comm", Port.COMM, settings, Set.of());
    }

    private Settings withDatabase(String name, Schema schema, Port executor) {
        return new Settings(file(name))
                .set("spring.datasource.url", CommonSettings.jdbcUrl(instance, schema))
                .set("spring.datasource.username", schema.schemaName())
                .set("spring.datasource.password", instance.secrets().get(schema.password()))
                .set("kaimen.jobs.port", instance.ports().get(executor))
                .set("kaimen.jobs.log-path", instance.logs().resolve("jobs").resolve(name));
    }

    private Component component(
            String name,
            Port port,
            Settings own,
            Set<String> moreDependencies,
            Path... moreSettings) {
        own.set("server.address", "127.0.0.1").set("server.port", instance.ports().get(port));
        var common = new CommonSettings(instance);
        var program =
                new JavaProgram(instance, name, module(name))
                        .heap(HEAP_MIB)
                        .settings(common.file(), file(name))
                        .settings(moreSettings);
        var dependencies = new TreeSet<>(Middleware.names());
        dependencies.add("jobs");
        dependencies.addAll(moreDependencies);
        return new Component(
                name,
                dependencies,
                () -> {
                    common.write();
                    own.write();
                    return program.command();
                },
                Healthy.http(instance.url(port) + "/actuator/health"),
                START_WITHIN);
    }

    private Path file(String name) {
        return instance.config().resolve(name + ".properties");
    }

    private Module module(String name) {
        var type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return new Module(
                instance.root(),
                name + "-service",
                "io.kaimen.%s.%sServiceApplication".formatted(name, type));
    }
}
