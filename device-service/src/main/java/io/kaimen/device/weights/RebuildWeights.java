package io.kaimen.device.weights;

import io.kaimen.contracts.device.CabinetStatus;
import io.kaimen.device.DeviceProperties;
import io.kaimen.device.cabinet.Cabinet;
import io.kaimen.device.cabinet.Cabinets;
import io.kaimen.device.recovery.RebuildStep;
import io.kaimen.device.recovery.Rebuilding;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.Shadows;
import io.kaimen.device.shadow.StableWeight;
import io.kaimen.device.weights.WeightMapper.WeightRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts the last stored weights of online cabinets back into their shadows. Better none than a wrong
 * one, from which a sale would be worked out: only readings of the newest boot and since the last
 * report count, because goods may have been loaded while the cabinet was off, and a report's own
 * readings are not stored. A lane without any has one again within a cadence.
 */
@Component
@Order(1)
class RebuildWeights implements RebuildStep {

    private static final int BATCH = 200;

    private final Cabinets cabinets;
    private final WeightMapper mapper;
    private final Shadows shadows;
    private final Duration age;
    private final Clock clock;

    RebuildWeights(
            Cabinets cabinets,
            WeightMapper mapper,
            Shadows shadows,
            DeviceProperties properties,
            Clock clock) {
        this.cabinets = cabinets;
        this.mapper = mapper;
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

    private void rebuild(Cabinet cabinet) {
        List<Integer> lanes =
                cabinets.layout(cabinet.sn()).doors().stream()
                        .flatMap(door -> door.lanes().stream())
                        .toList();
        if (lanes.isEmpty()) {
            return;
        }
        Instant since = cabinet.knownSince(clock.instant().minus(age));
        List<WeightRow> rows =
                mapper.newestStable(cabinet.sn(), lanes, since).stream()
                        .sorted(Comparator.comparing(WeightRow::receivedAt))
                        .toList();
        rows.stream()
                .filter(row -> row.bootId().equals(rows.getLast().bootId()))
                .forEach(this::observe);
    }

    private void observe(WeightRow row) {
        var at = new Moment(row.bootId(), row.uptimeMillis(), row.receivedAt());
        shadows.observe(
                row.sn(),
                at,
                row.door(),
                row.doorPosition(),
                List.of(new StableWeight(row.lane(), row.grams(), at)));
    }
}
