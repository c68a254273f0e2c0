package io.kaimen.comm.server;

import io.kaimen.comm.CommProperties;
import io.kaimen.comm.routing.Routes;
import io.kaimen.comm.session.CabinetSession;
import io.kaimen.comm.session.Disconnector;
import io.kaimen.comm.session.Ending;
import io.kaimen.comm.session.Sessions;
import io.kaimen.comm.uplink.Publications;
import io.netty.channel.ChannelFuture;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends the cabinets of a stopping instance elsewhere, with nothing lost that was read. */
@Component
class Drain {

    private static final Logger log = LoggerFactory.getLogger(Drain.class);

    private final Sessions sessions;
    private final Publications publications;
    private final Routes routes;
    private final Disconnector disconnector;
    private final Duration patience;

    Drain(
            Sessions sessions,
            Publications publications,
            Routes routes,
            Disconnector disconnector,
            CommProperties properties) {
        this.sessions = sessions;
        this.publications = publications;
        this.routes = routes;
        this.disconnector = disconnector;
        this.patience = properties.limits().drain();
    }

    /** Takes as long as the configured patience for each of its steps, at most. */
    void run() {
        List<CabinetSession> held = List.copyOf(sessions.all());
        await("storing what was read", publications.drain(held));
        held.forEach(session -> disconnector.end(session.channel(), Ending.DRAINED, "stopping"));
        await(
                "closing",
                CompletableFuture.allOf(
                        held.stream()
                                .map(session -> closed(session.channel().closeFuture()))
                                .toArray(CompletableFuture[]::new)));
        await("announcing", routes.settled());
        log.info("{} cabinets sent elsewhere", held.size());
    }

    private static CompletableFuture<Void> closed(ChannelFuture closeFuture) {
        var closed = new CompletableFuture<Void>();
        closeFuture.addListener(done -> closed.complete(null));
        return closed;
    }

    private void await(String step, CompletableFuture<Void> done) {
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.warn("stopping without waiting longer for {}: {}", step, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
