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

/** The six services; comm-service twice, so that cabinets have somewhere to go when one dies. */
final class Services {

    private static final Duration START_WITHIN = Duration.ofSeconds(180);
    private static final int HEAP_MIB = 192;

    /** It keeps no data but its connections, and here there are few. */
    private static final int COMM_HEAP_MIB = 128;

    private final Instance instance;
    private final ServiceSettings settings;

    Services(Instance instance, ServiceSettings settings) {
        this.instance = instance;
        this.settings = settings;
    }

    /**
     * Their names as components; the folder and the name in Eureka are {@code <name>-service}.
     * Further instances are not among them.
     */
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
                comm("comm", Port.COMM),
                comm("comm-2", Port.COMM_2),
                component("replenish", Port.REPLENISH, Set.of()));
    }

    private Component comm(String name, Port port) {
        return component(name, program(name, "comm", COMM_HEAP_MIB), port, Set.of());
    }

    private Component component(
            String name, Port port, Set<String> moreDependencies, Path... moreSettings) {
        var program = program(name, name, HEAP_MIB).settings(moreSettings);
        return component(name, program, port, moreDependencies);
    }

    private JavaProgram program(String name, String service, int heapMib) {
        return new JavaProgram(instance, name, module(service))
                .heap(heapMib)
                .settings(settings.common(), settings.of(name));
    }

    private Component component(
            String name, JavaProgram program, Port port, Set<String> moreDependencies) {
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
