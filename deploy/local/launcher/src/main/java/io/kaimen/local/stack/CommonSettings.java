package io.kaimen.local.stack;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.instance.Secret;
import java.io.IOException;
import java.nio.file.Path;

/** What every service is told: where the middleware is and how to prove itself there. */
final class CommonSettings {

    private final Instance instance;

    CommonSettings(Instance instance) {
        this.instance = instance;
    }

    /** The connection a service makes to its schema. */
    static String jdbcUrl(Instance instance, Schema schema) {
        return "jdbc:mysql://%s/%s?sslMode=DISABLED&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&characterEncoding=UTF-8&rewriteBatchedStatements=true"
                .formatted(instance.address(Port.DATABASE), schema.schemaName());
    }

    Path file() {
        return instance.config().resolve("common.properties");
    }

    void write() throws IOException {
        var secrets = instance.secrets();
        new Settings(file())
                .set(
                        "eureka.client.service-url.defaultZone",
                        instance.url(Port.EUREKA) + "/eureka/")
                .set("eureka.instance.ip-address", "127.0.0.1")
                .set("rocketmq.name-server", instance.address(Port.ROCKETMQ_NAMESRV))
                .set("spring.data.redis.host", "127.0.0.1")
                .set("spring.data.redis.port", instance.ports().get(Port.REDIS))
                .set("spring.data.redis.password", secrets.get(Secret.REDIS))
                .set("seata.service.grouplist.default", instance.address(Port.SEATA))
                .set("kaimen.security.token-secret", secrets.get(Secret.TOKEN))
                .set("kaimen.jobs.admin-addresses", instance.url(Port.JOBS))
                .set("kaimen.jobs.access-token", secrets.get(Secret.JOBS_ACCESS_TOKEN))
                .set("kaimen.jobs.ip", "127.0.0.1")
                .write();
    }
}
