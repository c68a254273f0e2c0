package io.kaimen.device.heartbeat;

import io.kaimen.contracts.device.CabinetStatus;
import io.kaimen.device.cabinet.Cabinets;
import io.kaimen.device.recovery.RebuildStep;
import io.kaimen.device.recovery.Rebuilding;
import io.kaimen.device.shadow.Heartbeats;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Online cabinets are judged from now on. */
@Component
@Order(1)
class SeedHeartbeats implements RebuildStep {

    private static final int BATCH = 200;

    private final Heartbeats heartbeats;
    private final Cabinets cabinets;

    SeedHeartbeats(Heartbeats heartbeats, Cabinets cabinets) {
        this.heartbeats = heartbeats;
        this.cabinets = cabinets;
    }

    @Override
    public void rebuild(Rebuilding rebuilding) {
        String after = "";
        List<String> online;
        do {
            online = cabinets.withStatus(CabinetStatus.ONLINE, after, BATCH);
            if (!online.isEmpty()) {
                heartbeats.seed(online);
                after = online.getLast();
                rebuilding.goesOn();
            }
        } while (online.size() == BATCH);
        heartbeats.judgeFromNowOn();
    }
}
