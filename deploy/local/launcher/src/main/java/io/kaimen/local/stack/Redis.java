package io.kaimen.local.stack;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.instance.PrivateFiles;
import io.kaimen.local.instance.Secret;
import io.kaimen.local.supervise.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Redis, which appends to a file what it is told and asks for a password. */
final class Redis {

    private final Instance instance;

    private Redis(Instance instance) {
        this.instance = instance;
    }

    static Component component(Instance instance) {
        return new Component(
                "redis",
                Set.of(),
                new Redis(instance)::prepare,
                Healthy.redis(
                        instance.ports().get(Port.REDIS), instance.secrets().get(Secret.REDIS)),
                Duration.ofSeconds(20));
    }

    private Component.Command prepare() throws IOException {
        var program = new Binaries(instance.root()).redis();
        var data = Files.createDirectories(instance.data().resolve("redis"));
        var options = instance.config().resolve("redis.conf");
        PrivateFiles.write(
                options,
                """
                bind 127.0.0.1
                port %d
                requirepass %s
                dir "%s"
                appendonly yes
                appendfsync everysec
                save ""
                maxmemory 64mb
                maxmemory-policy noeviction
                """
                        .formatted(
                                instance.ports().get(Port.REDIS),
                                instance.secrets().get(Secret.REDIS),
                                data));
        return new Component.Command(
                List.of(program.toString(), options.toString()), Map.of(), instance.home());
    }
}
