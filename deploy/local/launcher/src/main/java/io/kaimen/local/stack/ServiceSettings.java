package io.kaimen.local.stack;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import io.kaimen.local.instance.Secret;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The settings files of the services: one for all and one for each instance.
 *
 * <p>They are written even when only the middleware is started: tests and services run from an IDE
 * read them.
 */
final class ServiceSettings {

    private final Instance instance;

    ServiceSettings(Instance instance) {
        this.instance = instance;
    }

    /** What every service reads before its own. */
    Path common() {
        return file("common");
    }

    /** What this component reads, a service or one of its instances. */
    Path of(String component) {
        return file(component);
    }

    void write() throws IOException {
        writeCommon();
        withDatabase("device", Schema.DEVICE, Port.DEVICE, Port.DEVICE_EXECUTOR).write();
        withDatabase("order", Schema.ORDERS, Port.ORDER, Port.ORDER_EXECUTOR)
                .set("kaimen.order.contests.photos", instance.data().resolve("photos"))
                .write();
        withDatabase("account", Schema.ACCOUNT, Port.ACCOUNT, Port.ACCOUNT_EXECUTOR)
                .set(
                        "kaimen.account.initial-administrator-password",
                        instance.secrets().get(Secret.ADMINISTRATOR))
                .write();
        withDatabase("channel", Schema.CHANNEL, Port.CHANNEL, Port.CHANNEL_EXECUTOR)
                .set(
                        "kaimen.wechat.notify-url",
                        instance.url(Port.EDGE) + "/callback/wechat/payscore")
                .write();
        withDatabase("replenish", Schema.REPLENISH, Port.REPLENISH, Port.REPLENISH_EXECUTOR)
                .write();
        comm("comm", "comm-1", Port.COMM, Port.MQTT).write();
        comm("comm-2", "comm-2", Port.COMM_2, Port.MQTT_2).write();
    }

    /** Each has a name of its own, to which commands for its cabinets are addressed. */
    private Settings comm(String component, String instanceName, Port http, Port mqtt) {
        return service(component, http)
                .set("kaimen.comm.mqtt-port", instance.ports().get(mqtt))
                .set("kaimen.comm.instance", instanceName);
    }

    private void writeCommon() throws IOException {
        var secrets = instance.secrets();
        new Settings(common())
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
                .write();
    }

    private Settings service(String name, Port port) {
        return new Settings(of(name))
                .set("server.address", "127.0.0.1")
                .set("server.port", instance.ports().get(port));
    }

    private Settings withDatabase(String name, Schema schema, Port port, Port executor) {
        return service(name, port)
                .set("spring.datasource.url", jdbcUrl(schema))
                .set("spring.datasource.username", schema.schemaName())
                .set("spring.datasource.password", instance.secrets().get(schema.password()))
                .set("kaimen.jobs.admin-addresses", instance.url(Port.JOBS))
                .set("kaimen.jobs.access-token", instance.secrets().get(Secret.JOBS_ACCESS_TOKEN))
                .set("kaimen.jobs.ip", "127.0.0.1")
                .set("kaimen.jobs.port", instance.ports().get(executor))
                .set("kaimen.jobs.log-path", instance.logs().resolve("jobs").resolve(name));
    }

    private String jdbcUrl(Schema schema) {
        return "jdbc:mysql://%s/%s?sslMode=DISABLED&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                        .formatted(instance.address(Port.DATABASE), schema.schemaName())
                + "&characterEncoding=UTF-8&rewriteBatchedStatements=true";
    }

    private Path file(String name) {
        return instance.config().resolve(name + ".properties");
    }
}
