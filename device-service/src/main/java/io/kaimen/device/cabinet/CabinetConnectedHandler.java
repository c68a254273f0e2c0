package io.kaimen.device.cabinet;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CabinetConnected;
import io.kaimen.contracts.device.CabinetStatus;
import io.kaimen.device.AfterCommit;
import io.kaimen.device.shadow.Heartbeats;
import io.kaimen.service.messaging.MessageHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * A cabinet's connection was accepted; also said again by instances that announce what they hold.
 */
@Component
class CabinetConnectedHandler implements MessageHandler<CabinetConnected> {

    private static final Logger log = LoggerFactory.getLogger(CabinetConnectedHandler.class);

    private final Cabinets cabinets;
    private final Routes routes;
    private final Heartbeats heartbeats;
    private final AfterCommit afterCommit;
    private final ApplicationEventPublisher events;

    CabinetConnectedHandler(
            Cabinets cabinets,
            Routes routes,
            Heartbeats heartbeats,
            AfterCommit afterCommit,
            ApplicationEventPublisher events) {
        this.cabinets = cabinets;
        this.routes = routes;
        this.heartbeats = heartbeats;
        this.afterCommit = afterCommit;
        this.events = events;
    }

    @Override
    public Topic topic() {
        return Topic.CABINET_CONNECTED;
    }

    @Override
    public boolean orderly() {
        return true;
    }

    @Override
    public void handle(Envelope<CabinetConnected> message) {
        CabinetConnected connected = message.payload();
        cabinets.lock(connected.sn())
                .filter(cabinet -> isCurrent(cabinet, connected))
                .ifPresentOrElse(
                        cabinet -> connected(cabinet, connected),
                        () -> log.info("{} is an ended or unknown connection", connected));
    }

    private static boolean isCurrent(Cabinet cabinet, CabinetConnected connected) {
        return cabinet.routeEpoch() == connected.epoch()
                && connected.instance().equals(cabinet.routeInstance());
    }

    private void connected(Cabinet cabinet, CabinetConnected connected) {
        String sn = connected.sn();
        if (cabinet.status() == CabinetStatus.REGISTERED) {
            cabinets.move(cabinet, CabinetStatus.PENDING_INIT, "first connection");
            // Its report may have overtaken this.
            cabinets.onlineIfComplete(sn, "reported its doors and lanes");
        }
        afterCommit.run(
                "connection of " + sn,
                () -> {
                    routes.move(sn, connected.instance(), connected.epoch());
                    heartbeats.heardOf(sn);
                });
        events.publishEvent(new RouteMoved(sn, connected.instance(), connected.epoch()));
    }
}
