package io.kaimen.device.session;

import io.kaimen.contracts.device.CabinetStatus;
import io.kaimen.device.DeviceProperties;
import io.kaimen.device.cabinet.Cabinet;
import io.kaimen.device.cabinet.Cabinets;
import io.kaimen.device.recovery.RebuildStep;
import io.kaimen.device.recovery.Rebuilding;
import io.kaimen.device.session.DoorEventMapper.DoorEventRow;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.Shadows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts back how doors stand by their last events. */
@Component
@Order(1)
class RebuildDoors implements RebuildStep {

    private static final int BATCH = 200;

    private final Cabinets cabinets;
    private final DoorEventMapper events;
    private final Shadows shadows;
    private final Duration age;
    private final Clock clock;

    RebuildDoors(
            Cabinets cabinets,
            DoorEventMapper events,
            Shadows shadows,
            DeviceProperties properties,
            Clock clock) {
        this.cabinets = cabinets;
        this.events = events;
        this.shadows = shadows;
        this.age = properties.recovery().readings();
        this.clock = clock;
    }

    @Override
    public void rebuild(Rebuilding rebuilding) {
        List<String> batch = cabinets.withStatus(CabinetStatus.ONLINE, "", BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(sn -> cabinets.find(sn).ifPresent(this::rebuild));
            rebuilding.goesOn();
            batch = cabinets.withStatus(CabinetStatus.ONLINE, batch.getLast(), BATCH);
        }
    }

    /** Older events say nothing that the weights, which carry the door's position, do not. */
    private void rebuild(Cabinet cabinet) {
        Instant since = cabinet.knownSince(clock.instant().minus(age));
        events.since(cabinet.sn(), since).forEach(event -> move(cabinet.sn(), event));
    }

    private void move(String sn, DoorEventRow event) {
        var at = new Moment(event.bootId(), event.uptimeMillis(), event.receivedAt());
        ApplyDoorEvent.positionAfter(event.kind())
                .ifPresent(position -> shadows.doorMoved(sn, at, event.door(), position));
    }
}
