package io.kaimen.local.stack;

import io.kaimen.contracts.Topic;
import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.instance.Secret;
import io.kaimen.local.supervise.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the services are built on. */
final class Middleware {

    private static final Duration START_WITHIN = Duration.ofSeconds(120);

    private final Instance instance;
    private final List<String> topicPrefixes;

    private Middleware(Instance instance, List<String> topicPrefixes) {
        this.instance = instance;
        this.topicPrefixes = topicPrefixes;
    }

    /** The modules that must be built. */
    static List<Module> modules(Instance instance) {
        return List.of(rocketMqModule(instance), seataModule(instance), eurekaModule(instance));
    }

    /**
     * The components.
     *
     * @param topicPrefixes every topic is there once more with each of these in front
     */
    static List<Component> components(Instance instance, List<String> topicPrefixes) {
        var middleware = new Middleware(instance, topicPrefixes);
        return List.of(
                Database.component(instance),
                Redis.component(instance),
                middleware.rocketMq(),
                middleware.eureka(),
                middleware.seata());
    }

    static Set<String> names() {
        return Set.of("database", "redis", "rocketmq", "eureka", "seata");
    }

    static Set<Port> ports() {
        return EnumSet.of(
                Port.DATABASE,
                Port.REDIS,
                Port.ROCKETMQ_NAMESRV,
                Port.ROCKETMQ_BROKER,
                Port.SEATA,
                Port.SEATA_CONSOLE,
                Port.EUREKA);
    }

    private Component rocketMq() {
        var data = instance.data().resolve("rocketmq");
        var settings = instance.config().resolve("rocketmq.properties");
        var program =
                new JavaProgram(instance, "rocketmq", rocketMqModule(instance))
                        .heap(256)
                        .argument(settings.toString());
        return new Component(
                "rocketmq",
                Set.of(),
                () -> {
                    new Settings(settings)
                            .set("name-server-port", instance.ports().get(Port.ROCKETMQ_NAMESRV))
                            .set("broker-port", instance.ports().get(Port.ROCKETMQ_BROKER))
                            .set("data", data)
                            .set(
                                    "topics",
                                    Arrays.stream(Topic.values())
                                            .map(Topic::topicName)
                                            .collect(Collectors.joining(",")))
                            .set("topic-prefixes", String.join(",", topicPrefixes))
                            .write();
                    return program.command();
                },
                Healthy.marked(data.resolve("ready")),
                START_WITHIN);
    }

    private Component eureka() {
        var program =
                new JavaProgram(instance, "eureka", eurekaModule(instance))
                        .heap(128)
                        .property(
                                "server.port", Integer.toString(instance.ports().get(Port.EUREKA)));
        return new Component(
                "eureka",
                Set.of(),
                program::command,
                Healthy.http(instance.url(Port.EUREKA) + "/actuator/health"),
                START_WITHIN);
    }

    private Component seata() {
        var settings = instance.config().resolve("seata.properties");
        var program =
                new JavaProgram(instance, "seata", seataModule(instance))
                        .heap(128)
                        .settings(settings);
        return new Component(
                "seata",
                Set.of(),
                () -> {
                    writeSeata(settings);
                    return program.command();
                },
                Healthy.both(
                        Healthy.http(instance.url(Port.SEATA_CONSOLE) + "/health"),
                        Healthy.listens(instance.ports().get(Port.SEATA))),
                START_WITHIN);
    }

    private void writeSeata(Path settings) throws IOException {
        new Settings(settings)
                .set("server.port", instance.ports().get(Port.SEATA_CONSOLE))
                .set("seata.server.service-port", instance.ports().get(Port.SEATA))
                .set("seata.store.file.dir", instance.data().resolve("seata"))
                .set("console.user.username", "seata")
                .set("console.user.password", instance.secrets().get(Secret.SEATA_CONSOLE))
                .set("seata.security.secretKey", instance.secrets().get(Secret.SEATA_SIGNING))
                .write();
    }

    private static Module rocketMqModule(Instance instance) {
        return new Module(
                instance.root(),
                "deploy/local/rocketmq",
                "io.kaimen.local.rocketmq.RocketMqApplication");
    }

    private static Module seataModule(Instance instance) {
        return new Module(
                instance.root(), "deploy/local/seata", "io.kaimen.local.seata.SeataApplication");
    }

    private static Module eurekaModule(Instance instance) {
        return new Module(
                instance.root(), "deploy/local/eureka", "io.kaimen.local.eureka.EurekaApplication");
    }
}
