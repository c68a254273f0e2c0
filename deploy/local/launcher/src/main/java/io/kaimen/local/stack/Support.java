package io.kaimen.local.stack;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.instance.Secret;
import io.kaimen.local.supervise.Component;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What stands around the services: the edge, the job triggers, the payment sandbox and the virtual
 * cabinets.
 */
final class Support {

    private static final Duration START_WITHIN = Duration.ofSeconds(120);

    private final Instance instance;
    private final Module edge;
    private final Module jobs;
    private final Module sandbox;
    private final Module simulator;

    Support(Instance instance) {
        this.instance = instance;
        var root = instance.root();
        edge = new Module(root, "deploy/local/edge", "io.kaimen.local.edge.EdgeApplication");
        jobs = new Module(root, "deploy/local/jobs", "io.kaimen.local.jobs.JobsApplication");
        sandbox = new Module(root, "deploy/sandbox", "io.kaimen.sandbox.SandboxApplication");
        simulator =
                new Module(root, "deploy/simulator", "io.kaimen.simulator.SimulatorApplication");
    }

    /** The sandbox writes this file at its first start. */
    static Path wechatSettings(Instance instance) {
        return sandboxKeys(instance).resolve("wechat.properties");
    }

    private static Path sandboxKeys(Instance instance) {
        return instance.secretsFolder().resolve("sandbox");
    }

    List<Module> modules() {
        return List.of(edge, jobs, sandbox, simulator);
    }

    /** Those the services need first. */
    List<Component> beforeServices() {
        return List.of(sandbox(), jobs());
    }

    /** Those that need the services. */
    List<Component> afterServices() {
        return List.of(simulator(), edge());
    }

    private Component sandbox() {
        var file = file("sandbox");
        var settings =
                local(file, Port.SANDBOX)
                        .set("kaimen.sandbox.keys-dir", sandboxKeys(instance))
                        .set("kaimen.sandbox.data-dir", instance.data().resolve("sandbox"));
        var program = new JavaProgram(instance, "sandbox", sandbox).heap(96).settings(file);
        return new Component(
                "sandbox",
                Set.of(),
                () -> {
                    settings.write();
                    return program.command();
                },
                Healthy.both(
                        Healthy.speaksHttp(instance.url(Port.SANDBOX) + "/"),
                        Healthy.exists(wechatSettings(instance))),
                START_WITHIN);
    }

    private Component jobs() {
        var file = file("jobs");
        var settings =
                new Settings(file)
                        .set("port", instance.ports().get(Port.JOBS))
                        .set("access-token", instance.secrets().get(Secret.JOBS_ACCESS_TOKEN));
        var program = new JavaProgram(instance, "jobs", jobs).heap(64).argument(file.toString());
        return new Component(
                "jobs",
                Set.of(),
                () -> {
                    settings.write();
                    return program.command();
                },
                Healthy.http(instance.url(Port.JOBS) + "/jobs"),
                START_WITHIN);
    }

    private Component simulator() {
        var program =
                new JavaProgram(instance, "simulator", simulator)
                        .heap(96)
                        .property(
                                "kaimen.simulator.port",
                                Integer.toString(instance.ports().get(Port.SIMULATOR)));
        return new Component(
                "simulator",
                Set.of("comm"),
                program::command,
                Healthy.speaksHttp(instance.url(Port.SIMULATOR) + "/"),
                START_WITHIN);
    }

    private Component edge() {
        var file = file("edge");
        var settings =
                local(file, Port.EDGE)
                        .set(
                                "eureka.client.service-url.defaultZone",
                                instance.url(Port.EUREKA) + "/eureka/")
                        .set("kaimen.edge.sandbox", instance.url(Port.SANDBOX))
                        .set("kaimen.edge.simulator", instance.url(Port.SIMULATOR))
                        .set("kaimen.edge.pages", instance.root().resolve("deploy/web/dist"));
        var program = new JavaProgram(instance, "edge", edge).heap(128).settings(file);
        var dependencies = new TreeSet<>(Services.names());
        dependencies.add("eureka");
        return new Component(
                "edge",
                dependencies,
                () -> {
                    settings.write();
                    return program.command();
                },
                // Not only up but able to reach every service it routes to.
                Healthy.http(instance.url(Port.EDGE) + "/actuator/health/routes"),
                START_WITHIN);
    }

    private Settings local(Path file, Port port) {
        return new Settings(file)
                .set("server.address", "127.0.0.1")
                .set("server.port", instance.ports().get(port));
    }

    private Path file(String name) {
        return instance.config().resolve(name + ".properties");
    }
}
