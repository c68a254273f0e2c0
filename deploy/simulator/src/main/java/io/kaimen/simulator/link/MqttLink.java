package io.kaimen.simulator.link;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.kaimen.simulator.cabinet.CabinetPlan;
import io.kaimen.simulator.cabinet.Uplink;
import io.kaimen.simulator.cabinet.VirtualCabinet;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A cabinet's MQTT connection; when it breaks it is tried again, later and later, with jitter. */
public final class MqttLink implements Uplink {

    private static final Logger log = LoggerFactory.getLogger(MqttLink.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int KEEP_ALIVE_SECONDS = 60;
    private static final int ACKNOWLEDGED_WITHIN_SECONDS = 5;
    private static final long FIRST_RETRY_MILLIS = 500;
    private static final long LAST_RETRY_MILLIS = 15_000;

    private final String sn;
    private final CabinetPlan plan;
    private final ScheduledExecutorService timer;
    private volatile @Nullable VirtualCabinet cabinet;
    private volatile @Nullable Mqtt3AsyncClient client;
    private volatile boolean closed;
    private long retryMillis = FIRST_RETRY_MILLIS;

    public MqttLink(String sn, CabinetPlan plan, ScheduledExecutorService timer) {
        this.sn = sn;
        this.plan = plan;
        this.timer = timer;
    }

    /** Connects for this cabinet and stays connected. */
    public void serve(VirtualCabinet served) {
        cabinet = served;
        connect();
    }

    private void connect() {
        VirtualCabinet served = cabinet;
        if (closed || served == null) {
            return;
        }
        Mqtt3AsyncClient fresh =
                MqttClient.builder()
                        .useMqttVersion3()
                        .identifier(sn)
                        .serverHost(plan.host())
                        .serverPort(plan.port())
                        .simpleAuth()
                        .username(sn)
                        .password(plan.credential().getBytes(StandardCharsets.UTF_8))
                        .applySimpleAuth()
                        .addDisconnectedListener(context -> lost(served, context.getCause()))
                        .buildAsync();
        client = fresh;
        fresh.connectWith()
                .cleanSession(true)
                .keepAlive(KEEP_ALIVE_SECONDS)
                .send()
                .thenCompose(accepted ->
                        fresh.subscribeWith()
                                .topicFilter("cabinet/" + sn + "/down")
                                .qos(MqttQos.AT_LEAST_ONCE)
                                .callback(message -> received(served, message))
                                .send())
                .thenAccept(subscribed -> {
                    retryMillis = FIRST_RETRY_MILLIS;
                    served.connected();
                })
                .exceptionally(failure -> {
                    log.debug("{} cannot connect: {}", sn, failure.toString());
                    return null;
                });
    }

    private void lost(VirtualCabinet served, Throwable cause) {
        served.disconnected();
        if (closed) {
            return;
        }
        long wait = retryMillis / 2 + ThreadLocalRandom.current().nextLong(retryMillis);
        retryMillis = Math.min(LAST_RETRY_MILLIS, retryMillis * 2);
        log.info("{} has no connection ({}), tries again in {} ms", sn, cause.getMessage(), wait);
        timer.schedule(this::connect, wait, TimeUnit.MILLISECONDS);
    }

    private void received(VirtualCabinet served, Mqtt3Publish message) {
        try {
            served.received(JSON.readTree(message.getPayloadAsBytes()));
        } catch (JacksonException e) {
            log.warn("{} got something that is no JSON", sn, e);
        }
    }

    @Override
    public CompletableFuture<Void> publish(
            String kind, Map<String, Object> payload, boolean acknowledged) {
        Mqtt3AsyncClient current = client;
        if (current == null) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException(sn + " is not connected"));
        }
        return current.publishWith()
                .topic("cabinet/" + sn + "/up/" + kind)
                .qos(acknowledged ? MqttQos.AT_LEAST_ONCE : MqttQos.AT_MOST_ONCE)
                .payload(JSON.writeValueAsBytes(payload))
                .send()
                .orTimeout(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS)
                .thenAccept(stored -> {});
    }

    /** Ends the connection for good. */
    public void close() {
        closed = true;
        Mqtt3AsyncClient current = client;
        if (current != null) {
            current.disconnect().exceptionally(notConnected -> null);
        }
    }
}
