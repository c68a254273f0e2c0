package io.kaimen.local.stack;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.supervise.Component;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is started: everything, or the middleware alone. */
public final class Stack {

    private final Instance instance;
    private final ServiceSettings settings;
    private final boolean middlewareOnly;
    private final List<String> topicPrefixes;

    /**
     * Nothing is written or started yet.
     *
     * @param topicPrefixes every topic is there once more with each of these in front
     */
    public Stack(Instance instance, boolean middlewareOnly, List<String> topicPrefixes) {
        this.instance = instance;
        this.settings = new ServiceSettings(instance);
        this.middlewareOnly = middlewareOnly;
        this.topicPrefixes = List.copyOf(topicPrefixes);
    }

    /** Paths of the modules that must be built first. */
    public List<String> missingModules() {
        var modules = new ArrayList<>(Middleware.modules(instance));
        if (!middlewareOnly) {
            modules.addAll(new Services(instance, settings).modules());
            modules.addAll(new Support(instance).modules());
        }
        return modules.stream().filter(module -> !module.isBuilt()).map(Module::path).toList();
    }

    /**
     * The components; writes the services' settings and copies the programs to the instance's home.
     */
    public List<Component> components() throws IOException {
        settings.write();
        var middleware = Middleware.components(instance, topicPrefixes);
        if (middlewareOnly) {
            return middleware;
        }
        var support = new Support(instance);
        return Stream.of(
                        middleware,
                        support.beforeServices(),
                        new Services(instance, settings).components(),
                        support.afterServices())
                .flatMap(List::stream)
                .toList();
    }

    /** The ports they listen on, by the name of who wants them. */
    public Map<String, Integer> ports() {
        var ports = new TreeMap<String, Integer>();
        for (var port : Port.values()) {
            if (!middlewareOnly || Middleware.ports().contains(port)) {
                ports.put(port.label(), instance.ports().get(port));
            }
        }
        // RocketMQ derives it and cannot be told another.
        ports.put(
                "rocketmq-broker (its second port)",
                instance.ports().get(Port.ROCKETMQ_BROKER) - 2);
        return ports;
    }
}
