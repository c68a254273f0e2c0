package io.kaimen.comm.routing;

import io.kaimen.comm.CommProperties;
import io.kaimen.comm.session.CabinetSession;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CabinetConnected;
import io.kaimen.contracts.comm.CabinetGone;
import io.kaimen.service.messaging.MessageSender;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Announces which cabinets are held here, each connection by its epoch. An announcement that could
 * not be stored is repeated for some minutes; after that the heartbeats tell.
 */
@Component
public class Routes {

    private static final Logger log = LoggerFactory.getLogger(Routes.class);
    private static final int TRIES = 12;
    private static final long LONGEST_PAUSE_SECONDS = 30;

    private final Set<CompletableFuture<Void>> announcing = ConcurrentHashMap.newKeySet();
    private final MessageSender sender;
    private final Clock clock;
    private final String instance;
    private final IntFunction<Executor> pauses;

    @Autowired
    public Routes(MessageSender sender, Clock clock, CommProperties properties) {
        this(sender, clock, properties, Routes::after);
    }

    /**
     * @param pauses runs a task after the pause that follows the given try
     */
    Routes(
            MessageSender sender,
            Clock clock,
            CommProperties properties,
            IntFunction<Executor> pauses) {
        this.sender = sender;
        this.clock = clock;
        this.instance = properties.instance();
        this.pauses = pauses;
    }

    /** The cabinet's connection was accepted. */
    public void connected(CabinetSession session) {
        announce(
                Topic.CABINET_CONNECTED,
                session.sn(),
                session.epoch() + ":connected",
                new CabinetConnected(session.sn(), instance, session.epoch(), clock.instant()));
    }

    /**
     * The cabinet is still held here: Redis has lost that.
     *
     * @param generation of Redis that lacks it; a further announcement to the same one is the same
     */
    public void stillConnected(CabinetSession session, String generation) {
        announce(
                Topic.CABINET_CONNECTED,
                session.sn(),
                session.epoch() + ":connected:" + generation,
                new CabinetConnected(session.sn(), instance, session.epoch(), clock.instant()));
    }

    /**
     * A connection ended.
     *
     * @param reason for people
     */
    public void gone(String sn, long epoch, String reason) {
        announce(
                Topic.CABINET_GONE,
                sn,
                epoch + ":gone",
                new CabinetGone(sn, instance, epoch, clock.instant(), reason));
    }

    /** Completed when everything announced so far is stored or given up. */
    public CompletableFuture<Void> settled() {
        return CompletableFuture.allOf(announcing.toArray(CompletableFuture[]::new));
    }

    private void announce(Topic topic, String sn, String id, Object payload) {
        var done = new CompletableFuture<Void>();
        announcing.add(done);
        done.whenComplete((nothing, never) -> announcing.remove(done));
        attempt(topic, sn, sn + ":" + id, payload, 1, done);
    }

    private void attempt(
            Topic topic,
            String sn,
            String eventId,
            Object payload,
            int attempt,
            CompletableFuture<Void> done) {
        sender.send(topic, sn, eventId, payload)
                .whenComplete((stored, failure) -> {
                    if (failure == null) {
                        done.complete(null);
                    } else if (attempt == TRIES) {
                        log.error("{} not stored, given up", eventId, failure);
                        done.complete(null);
                    } else {
                        log.warn("{} not stored yet: {}", eventId, failure.toString());
                        pauses.apply(attempt)
                                .execute(() ->
                                        attempt(topic, sn, eventId, payload, attempt + 1, done));
                    }
                });
    }

    private static Executor after(int attempt) {
        long pause = Math.min(1L << (attempt - 1), LONGEST_PAUSE_SECONDS);
        return CompletableFuture.delayedExecutor(pause, TimeUnit.SECONDS);
    }
}
