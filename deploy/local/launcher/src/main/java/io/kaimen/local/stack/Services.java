package io.kaimen.local.stack;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.supervise.Component;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The six services. */
final class Services {

    private static final Duration START_WITHIN = Duration.ofSeconds(180);
    private static final int HEAP_MIB = 192;

    private final Instance instance;
    private final ServiceSettings settings;

    Services(Instance instance, ServiceSettings settings) {
        this.instance = instance;
        this.settings = settings;
    }

    /** Their names as components; the folder and the name in Eureka are {@code <name>-service}. */
    static Set<String> names() {
        return Set.of("comm", "device", "order", "account", "channel", "replenish");
    }

    List<Module> modules() {
        return names().stream().sorted().map(this::module).toList();
    }

    /** In the order in which they start when nothing else decides. */
    List<Component> components() {
        return List.of(
                component("account", Port.ACCOUNT, Set.of()),
                // The sandbox plays WeChat: its addresses, and the keys it generated for this
                // merchant.
                component(
                        "channel",
                        Port.CHANNEL,
                        Set.of("sandbox"),
                        Support.wechatSettings(instance)),
                component("order", Port.ORDER, Set.of()),
                component("device", Port.DEVICE, Set.of()),
                component("comm", Port.COMM, Set.of()),
                component("replenish", Port.REPLENISH, Set.of()));
    }

    private Component component(
            String name, Port port, Set<String> moreDependencies, Path... moreSettings) {
        var program =
                new JavaProgram(instance, name, module(name))
                        .heap(HEAP_MIB)
                        .settings(settings.common(), settings.of(name))
                        .settings(moreSettings);
        var dependencies = new TreeSet<>(Middleware.names());
        dependencies.add("jobs");
        dependencies.addAll(moreDependencies);
        return new Component(
                name,
                dependencies,
                program::command,
                Healthy.http(instance.url(port) + "/actuator/health"),
                START_WITHIN);
    }

    private Module module(String name) {
        var type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return new Module(
                instance.root(),
                name + "-service",
                "io.kaimen.%s.%sServiceApplication".formatted(name, type));
    }
}
