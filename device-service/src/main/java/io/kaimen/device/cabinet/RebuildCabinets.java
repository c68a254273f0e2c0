package io.kaimen.device.cabinet;

import io.kaimen.device.cabinet.CabinetMapper.Standing;
import io.kaimen.device.recovery.RebuildStep;
import io.kaimen.device.recovery.Rebuilding;
import io.kaimen.device.shadow.Shadows;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts back where cabinets are connected and how they stand. */
@Component
@Order(1)
class RebuildCabinets implements RebuildStep {

    private static final int BATCH = 200;

    private final CabinetMapper mapper;
    private final Routes routes;
    private final Shadows shadows;

    RebuildCabinets(CabinetMapper mapper, Routes routes, Shadows shadows) {
        this.mapper = mapper;
        this.routes = routes;
        this.shadows = shadows;
    }

    @Override
    public void rebuild(Rebuilding rebuilding) {
        List<Standing> batch = mapper.standings("", BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(this::rebuild);
            rebuilding.goesOn();
            batch = mapper.standings(batch.getLast().sn(), BATCH);
        }
    }

    private void rebuild(Standing cabinet) {
        shadows.statusUnlessKnown(cabinet.sn(), cabinet.status());
        String instance = cabinet.routeInstance();
        if (instance != null) {
            routes.move(cabinet.sn(), instance, cabinet.routeEpoch());
        }
    }
}
