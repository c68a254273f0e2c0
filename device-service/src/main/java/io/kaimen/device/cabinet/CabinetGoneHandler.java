package io.kaimen.device.cabinet;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CabinetGone;
import io.kaimen.device.AfterCommit;
import io.kaimen.service.messaging.MessageHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A cabinet's connection ended. Its route ends with it, unless there is a newer one; whether the
 * cabinet is offline is the heartbeats' judgement.
 */
@Component
class CabinetGoneHandler implements MessageHandler<CabinetGone> {

    private static final Logger log = LoggerFactory.getLogger(CabinetGoneHandler.class);

    private final CabinetMapper mapper;
    private final Routes routes;
    private final AfterCommit afterCommit;

    CabinetGoneHandler(CabinetMapper mapper, Routes routes, AfterCommit afterCommit) {
        this.mapper = mapper;
        this.routes = routes;
        this.afterCommit = afterCommit;
    }

    @Override
    public Topic topic() {
        return Topic.CABINET_GONE;
    }

    @Override
    public boolean orderly() {
        return true;
    }

    @Override
    public void handle(Envelope<CabinetGone> message) {
        CabinetGone gone = message.payload();
        if (mapper.clearRoute(gone.sn(), gone.instance(), gone.epoch()) == 0) {
            log.debug("late {}: a newer connection is there", gone);
            return;
        }
        afterCommit.run("route of " + gone.sn(), () -> routes.clear(gone.sn(), gone.epoch()));
    }
}
