package io.kaimen.local;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.instance.Secret;
import io.kaimen.local.instance.Status;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be opened and called once the stack is up, for people and for programs. */
final class Summary {

    static final String ADMINISTRATOR = "admin";

    private Summary() {}

    static Status initialStatus(Instance instance, boolean middlewareOnly) {
        return new Status(
                false,
                ProcessHandle.current().pid(),
                instance.home().toString(),
                instance.url(Port.EDGE),
                instance.ports().byLabel(),
                urls(instance, middlewareOnly),
                Map.of(
                        "login",
                        ADMINISTRATOR,
                        "passwordFile",
                        instance.secrets().file(Secret.ADMINISTRATOR).toString()),
                Map.of());
    }

    /**
     * @param together what all of it takes, as the rest of the first sentence
     */
    static String of(Instance instance, boolean middlewareOnly, String seconds, String together) {
        var lines = new LinkedHashMap<String, String>();
        if (!middlewareOnly) {
            lines.put("Pages", pages(instance));
            lines.put("Edge", instance.url(Port.EDGE) + "  (/shopper/**, /admin/**)");
            lines.put(
                    "Operator",
                    "%s, password in %s"
                            .formatted(
                                    ADMINISTRATOR, instance.secrets().file(Secret.ADMINISTRATOR)));
            lines.put("Sandbox", instance.url(Port.SANDBOX) + "  (plays the payment platform)");
            lines.put("Simulator", instance.url(Port.SIMULATOR) + "  (virtual cabinets)");
            lines.put("Job triggers", instance.url(Port.JOBS) + "/jobs");
            lines.put(
                    "Cabinets",
                    "MQTT at %s and %s"
                            .formatted(instance.address(Port.MQTT), instance.address(Port.MQTT_2)));
        }
        lines.put("Eureka", instance.url(Port.EUREKA));
        lines.put(
                "Seata",
                "%s  (user seata, password in %s)"
                        .formatted(
                                instance.url(Port.SEATA_CONSOLE),
                                instance.secrets().file(Secret.SEATA_CONSOLE)));
        lines.put(
                "Database",
                "%s  (read-only user auditor, password in %s)"
                        .formatted(
                                instance.address(Port.DATABASE),
                                instance.secrets().file(Secret.DATABASE_AUDITOR)));
        lines.put("Logs", instance.logs().toString());
        var table =
                lines.entrySet().stream()
                        .map(line -> "  %-13s %s".formatted(line.getKey(), line.getValue()))
                        .collect(Collectors.joining("\n"));
        var next = middlewareOnly ? "" : "%n  One more purchase:  deploy/buy".formatted();
        return "%nUp after %s s%s.%n%s%n%s%n  Stop with Ctrl-C or deploy/down."
                .formatted(seconds, together, table, next);
    }

    private static String pages(Instance instance) {
        return hasPages(instance)
                ? instance.url(Port.EDGE) + "/"
                : "not built: deploy/up builds them when Node.js and npm are there";
    }

    static boolean hasPages(Instance instance) {
        return Files.exists(instance.root().resolve("deploy/web/dist/start/index.html"));
    }

    private static Map<String, String> urls(Instance instance, boolean middlewareOnly) {
        var always = Stream.of(Port.EUREKA, Port.SEATA_CONSOLE);
        var others = Stream.of(Port.EDGE, Port.SANDBOX, Port.SIMULATOR, Port.JOBS);
        return (middlewareOnly ? always : Stream.concat(always, others))
                .collect(Collectors.toMap(Port::label, instance::url));
    }
}
