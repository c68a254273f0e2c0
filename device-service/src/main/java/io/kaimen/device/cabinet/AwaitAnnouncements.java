package io.kaimen.device.cabinet;

import io.kaimen.device.DeviceProperties;
import io.kaimen.device.recovery.Generation;
import io.kaimen.device.recovery.RebuildStep;
import io.kaimen.device.recovery.Rebuilding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Waits until the instances that hold cabinets have announced them again; not for long, because one
 * that has died never will, and its cabinets are announced by others when they come.
 */
@Component
@Order(2)
class AwaitAnnouncements implements RebuildStep {

    private static final Logger log = LoggerFactory.getLogger(AwaitAnnouncements.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final CabinetMapper mapper;
    private final Generation generations;
    private final Duration longest;
    private final Clock clock;

    AwaitAnnouncements(
            CabinetMapper mapper,
            Generation generations,
            DeviceProperties properties,
            Clock clock) {
        this.mapper = mapper;
        this.generations = generations;
        this.longest = properties.recovery().announcements();
        this.clock = clock;
    }

    @Override
    public void rebuild(Rebuilding rebuilding) {
        Instant until = clock.instant().plus(longest);
        Set<String> awaited = new HashSet<>(mapper.routeInstances());
        awaited.removeAll(generations.announcedBy(rebuilding.generation()));
        while (!awaited.isEmpty() && clock.instant().isBefore(until)) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            rebuilding.goesOn();
            awaited.removeAll(generations.announcedBy(rebuilding.generation()));
        }
        if (!awaited.isEmpty()) {
            log.warn("{} did not announce what they hold within {}", awaited, longest);
        }
    }
}
