package io.kaimen.simulator.line;

import com.hivemq.client.mqtt.MqttClientState;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.kaimen.simulator.line.Traffic.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line over MQTT 3.1.1, to one of several servers: after each failure or loss to the next. */
public final class MqttLine implements Line {

    private static final Logger log = LoggerFactory.getLogger(MqttLine.class);
    private static final int KEEP_ALIVE_SECONDS = 60;

    /** Without CONNACK or PUBACK for so long, the connection is given up. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String sn;
    private final String credential;
    private final List<Server> servers;
    private final Traffic traffic;
    private final ScheduledExecutorService threads;
    private final Backoff backoff;
    private @Nullable Listener listener;
    private @Nullable Mqtt3AsyncClient client;
    private int attempts;
    private boolean closed;
    private boolean away;

    /** Nothing is under way that would connect by itself. */
    private boolean idle;

    /**
     * @param servers tried in turn, a lost one again after the others
     * @param traffic is told of all that goes over the wire
     * @param threads for waiting between attempts
     */
    public MqttLine(
            String sn,
            String credential,
            List<Server> servers,
            Traffic traffic,
            ScheduledExecutorService threads,
            RandomGenerator random) {
        this.sn = sn;
        this.credential = credential;
        this.servers = List.copyOf(servers);
        this.traffic = traffic;
        this.threads = threads;
        this.backoff = new Backoff(random);
    }

    /** Where a server listens for cabinets. */
    public record Server(String host, int port) {}

    @Override
    public synchronized void open(Listener hearing) {
        listener = hearing;
        connect(hearing);
    }

    private synchronized void connect(Listener hearing) {
        if (closed) {
            return;
        }
        if (away) {
            idle = true;
            return;
        }
        Server server = servers.get(attempts++ % servers.size());
        Mqtt3AsyncClient connecting =
                Mqtt3Client.builder()
                        .identifier(sn)
                        .serverHost(server.host())
                        .serverPort(server.port())
                        .transportConfig()
                        .mqttConnectTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .applyTransportConfig()
                        .addDisconnectedListener(context -> lost(hearing))
                        .buildAsync();
        client = connecting;
        connecting
                .connectWith()
                .cleanSession(true)
                .keepAlive(KEEP_ALIVE_SECONDS)
                .simpleAuth()
                .username(sn)
                .password(credential.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send()
                .thenCompose(accepted -> subscribe(connecting, hearing))
                .whenComplete((subscribed, failure) -> {
                    if (failure == null && !isAway()) {
                        log.info("{} online at {}:{}", sn, server.host(), server.port());
                        online(hearing);
                    } else {
                        log.info(
                                "{} not connected: {}",
                                sn,
                                failure == null ? "it has left" : failure.getMessage());
                        // Connected and not subscribed is no good; if it never was
                        // connected, the listener has scheduled the next attempt.
                        disconnect(connecting);
                    }
                });
    }

    private CompletableFuture<?> subscribe(Mqtt3AsyncClient connected, Listener hearing) {
        return connected
                .subscribeWith()
                .topicFilter("cabinet/" + sn + "/down")
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(publish -> received(publish, hearing))
                .send()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void received(Mqtt3Publish publish, Listener hearing) {
        traffic.message(
                Kind.DOWN,
                publish.getTopic().toString(),
                publish.getQos().getCode(),
                publish.getPayloadAsBytes());
        hearing.received(publish.getPayloadAsBytes());
    }

    private synchronized void online(Listener hearing) {
        traffic.connection(Kind.ONLINE);
        backoff.succeeded();
        hearing.online();
    }

    /** Called for every end of a connection and every attempt that failed. */
    private synchronized void lost(Listener hearing) {
        traffic.connection(Kind.OFFLINE);
        hearing.offline();
        if (away) {
            idle = true;
        } else if (!closed) {
            threads.schedule(
                    () -> connect(hearing), backoff.next().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized CompletableFuture<Void> send(Outgoing message) {
        Mqtt3AsyncClient sending = client;
        if (sending == null || sending.getState() != MqttClientState.CONNECTED) {
            return CompletableFuture.failedFuture(new IllegalStateException("not connected"));
        }
        var topic = "cabinet/" + sn + "/up/" + message.kind();
        traffic.message(Kind.UP, topic, MqttQos.AT_LEAST_ONCE.getCode(), message.json());
        return sending.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(message.json())
                .send()
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((acknowledged, failure) -> {
                    if (failure != null) {
                        disconnect(sending);
                    }
                })
                .thenApply(acknowledged -> null);
    }

    @Override
    public synchronized void hangUp() {
        if (client != null) {
            disconnect(client);
        }
    }

    @Override
    public synchronized void leave() {
        away = true;
        hangUp();
    }

    private synchronized boolean isAway() {
        return away;
    }

    @Override
    public synchronized void comeBack() {
        away = false;
        if (idle && listener != null) {
            idle = false;
            backoff.succeeded();
            connect(listener);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        hangUp();
    }

    private static void disconnect(Mqtt3AsyncClient client) {
        if (client.getState().isConnected()) {
            var _ = client.disconnect();
        }
    }
}
