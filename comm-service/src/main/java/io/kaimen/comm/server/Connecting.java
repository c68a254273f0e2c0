package io.kaimen.comm.server;

import io.kaimen.comm.CommProperties;
import io.kaimen.comm.routing.Routes;
import io.kaimen.comm.session.Authenticator;
import io.kaimen.comm.session.CabinetSession;
import io.kaimen.comm.session.Disconnector;
import io.kaimen.comm.session.Ending;
import io.kaimen.comm.session.Judgement;
import io.kaimen.comm.session.Judgement.Accepted;
import io.kaimen.comm.session.Sessions;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What connections that are no session yet share; makes sessions of them. */
@Component
class Connecting {

    private static final Logger log = LoggerFactory.getLogger(Connecting.class);

    /** The handler's name in the pipeline. */
    static final String NAME = "connect";

    private final Authenticator authenticator;
    private final Sessions sessions;
    private final Routes routes;
    private final Disconnector disconnector;
    private final CommProperties.Limits limits;

    Connecting(
            Authenticator authenticator,
            Sessions sessions,
            Routes routes,
            Disconnector disconnector,
            CommProperties properties) {
        this.authenticator = authenticator;
        this.sessions = sessions;
        this.routes = routes;
        this.disconnector = disconnector;
        this.limits = properties.limits();
    }

    ConnectHandler handler() {
        return new ConnectHandler(this, disconnector);
    }

    Duration connectWithin() {
        return limits.connectWithin();
    }

    /** To be followed by {@link #judged} once the judgement was acted upon. */
    CompletableFuture<Judgement> judge(String sn, byte[] credential) {
        sessions.expect(sn);
        return authenticator.authenticate(sn, credential);
    }

    void judged(String sn) {
        sessions.judged(sn);
    }

    /** The shorter of what the cabinet asked for and what we allow, in seconds. */
    int keepAliveSeconds(int wanted) {
        int longest = (int) limits.keepAlive().toSeconds();
        return wanted == 0 ? longest : Math.min(wanted, longest);
    }

    /** How many unacknowledged messages an MQTT 5 cabinet may have under way. */
    int receiveMaximum() {
        return limits.inFlightPerConnection();
    }

    int packetBytes() {
        return limits.packetBytes();
    }

    /**
     * Makes an accepted connection the cabinet's session, on its event loop.
     *
     * @return false when the connection is gone or older than another one held here
     */
    boolean admit(String sn, Accepted accepted, boolean mqtt5, Channel channel) {
        var session = new CabinetSession(sn, accepted.epoch(), accepted.cadence(), mqtt5, channel);
        session.attach();
        if (!channel.isActive()) {
            routes.gone(sn, accepted.epoch(), disconnector.endingOf(channel).label());
            return false;
        }
        if (!sessions.add(session)) {
            disconnector.end(channel, Ending.TAKEN_OVER, "by a newer one before its CONNACK");
            routes.gone(sn, accepted.epoch(), Ending.TAKEN_OVER.label());
            return false;
        }
        channel.closeFuture()
                .addListener(closed -> {
                    sessions.remove(session);
                    routes.gone(sn, session.epoch(), disconnector.endingOf(channel).label());
                });
        return true;
    }

    /** The CONNACK is on its way. */
    void announce(Channel channel) {
        CabinetSession session = CabinetSession.of(channel);
        if (session != null) {
            log.info(
                    "{} {} connected, epoch {}",
                    session.sn(),
                    channel.remoteAddress(),
                    session.epoch());
            routes.connected(session);
        }
    }
}
