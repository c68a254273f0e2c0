package io.kaimen.comm.uplink;

import io.kaimen.comm.CommMetrics;
import io.kaimen.comm.CommProperties;
import io.kaimen.comm.session.CabinetSession;
import io.kaimen.comm.session.Disconnector;
import io.kaimen.comm.session.Ending;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes what cabinets publish to its handler and acknowledges it when it is stored, not before.
 * What cannot be stored is not acknowledged, and the connection ends, so that the cabinet sends it
 * again; what is invalid is acknowledged and dropped, for it would come again forever.
 */
@Component
public class Publications {

    private static final Logger log = LoggerFactory.getLogger(Publications.class);

    private final Map<String, UplinkHandler> handlers;
    private final InFlight inFlight;
    private final Disconnector disconnector;
    private final CommMetrics metrics;
    private final Clock clock;
    private final CommProperties properties;
    private volatile boolean draining;

    Publications(
            List<UplinkHandler> handlers,
            Disconnector disconnector,
            CommMetrics metrics,
            Clock clock,
            CommProperties properties) {
        this.handlers =
                handlers.stream()
                        .collect(Collectors.toMap(UplinkHandler::kind, Function.identity()));
        this.inFlight = new InFlight(properties.limits().inFlight());
        this.disconnector = disconnector;
        this.metrics = metrics;
        this.clock = clock;
        this.properties = properties;
        metrics.gauge("in.flight", inFlight::running);
    }

    /** Handles a PUBLISH, on its channel's event loop; the caller releases it. */
    public void received(CabinetSession session, MqttPublishMessage publish) {
        String kind = session.upKind(publish.variableHeader().topicName());
        UplinkHandler handler = kind == null ? null : handlers.get(kind);
        if (handler == null) {
            disconnector.end(
                    session.channel(),
                    Ending.FOREIGN_TOPIC,
                    "publish to " + publish.variableHeader().topicName());
            return;
        }
        var receipt =
                new Receipt(
                        session,
                        publish.fixedHeader().qosLevel(),
                        publish.variableHeader().packetId());
        if (receipt.qos() == MqttQoS.EXACTLY_ONCE && !firstOfItsId(receipt)) {
            return;
        }
        var message =
                new Received(
                        session,
                        properties.instance(),
                        ByteBufUtil.getBytes(publish.payload()),
                        clock.instant());
        long startedAt = System.nanoTime();
        session.started();
        readFurther(session);
        inFlight.start(() ->
                store(handler, message)
                        .whenComplete((stored, failure) -> {
                            inFlight.finished();
                            onEventLoop(
                                    session,
                                    () -> finished(handler.kind(), receipt, startedAt, failure));
                        }));
    }

    /** Handles a PUBREL: the exchange of a QoS 2 message ends. */
    public void released(CabinetSession session, int packetId) {
        Unreleased.of(session.channel()).remove(packetId);
        Receipt.complete(session.channel(), packetId);
    }

    /** Reads the socket, or stops: after every change of what a session has under way. */
    public void readFurther(CabinetSession session) {
        Channel channel = session.channel();
        int most = inFlight.full() ? 1 : properties.limits().inFlightPerConnection();
        channel.config()
                .setAutoRead(
                        session.inFlight() < most
                                && !draining
                                && channel.isWritable()
                                && !Disconnector.ends(channel));
    }

    /**
     * Reads nothing more from any cabinet.
     *
     * @return completed when what was read is stored, or known not to be
     */
    public CompletableFuture<Void> drain(Iterable<CabinetSession> sessions) {
        draining = true;
        for (CabinetSession session : sessions) {
            onEventLoop(session, () -> readFurther(session));
        }
        return inFlight.whenIdle();
    }

    /** A second PUBLISH of an id that is not yet released must not be handled twice. */
    private boolean firstOfItsId(Receipt receipt) {
        Channel channel = receipt.session().channel();
        Unreleased unreleased = Unreleased.of(channel);
        if (unreleased.contains(receipt.packetId())) {
            if (unreleased.stored(receipt.packetId())) {
                receipt.accept();
            }
            return false;
        }
        if (unreleased.full()) {
            disconnector.end(channel, Ending.TOO_MANY_UNRELEASED, "QoS 2 without PUBREL");
            return false;
        }
        unreleased.add(receipt.packetId());
        return true;
    }

    private static void onEventLoop(CabinetSession session, Runnable task) {
        session.channel().eventLoop().execute(task);
    }

    private static CompletableFuture<Void> store(UplinkHandler handler, Received message) {
        try {
            return handler.handle(message);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void finished(
            String kind, Receipt receipt, long startedAt, @Nullable Throwable failure) {
        CabinetSession session = receipt.session();
        session.finished();
        if (failure instanceof InvalidPayload) {
            metrics.message(kind, "invalid");
            logInvalid(session, kind, failure);
            receipt.drop();
        } else if (failure != null) {
            metrics.message(kind, "failed");
            if (receipt.qos() != MqttQoS.AT_MOST_ONCE) {
                disconnector.end(session.channel(), Ending.NOT_STORED, kind + ": " + failure);
            }
        } else {
            metrics.message(kind, "stored");
            metrics.acknowledged(kind, Duration.ofNanos(System.nanoTime() - startedAt));
            receipt.accept();
        }
        readFurther(session);
    }

    /** The first of a connection; the counter tells the rest. */
    private static void logInvalid(CabinetSession session, String kind, Throwable failure) {
        if (session.firstInvalid()) {
            // Jackson quotes what it read; a line of ours must stay one line.
            String reason = String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}+", " ");
            log.warn("{} sent an invalid {}: {}", session.sn(), kind, reason);
        }
    }
}
