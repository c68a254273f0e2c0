package io.kaimen.device.session;

import com.xxl.job.core.handler.annotation.XxlJob;
import io.kaimen.device.DeviceProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The authority behind the reminders: looks at every session that waits longer than a reminder
 * should have let it.
 */
@Component
class SweepDoorSessions {

    private static final Logger log = LoggerFactory.getLogger(SweepDoorSessions.class);
    private static final int BATCH = 200;

    /** How late a reminder may be before the sweep looks in its place. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final DoorSessions sessions;
    private final LookAtDoor lookAtDoor;
    private final DoorEventMapper events;
    private final EventsInOrder eventsInOrder;
    private final DeviceProperties.Doors doors;
    private final Clock clock;

    SweepDoorSessions(
            DoorSessions sessions,
            LookAtDoor lookAtDoor,
            DoorEventMapper events,
            EventsInOrder eventsInOrder,
            DeviceProperties properties,
            Clock clock) {
        this.sessions = sessions;
        this.lookAtDoor = lookAtDoor;
        this.events = events;
        this.eventsInOrder = eventsInOrder;
        this.doors = properties.doors();
        this.clock = clock;
    }

    /** The scheduled round. */
    @XxlJob("sweepDoorSessions")
    public void sweep() {
        events.overdue(clock.instant()).forEach(this::catchUp);
        sweep(DoorSessionState.OPENING, doors.queries().getFirst());
        sweep(DoorSessionState.OPENED, doors.weightsLook());
        sweep(DoorSessionState.CLOSED, doors.weightsLook());
        sweep(DoorSessionState.ABNORMAL, doors.weightsLook());
    }

    private void sweep(DoorSessionState state, Duration reminder) {
        Instant before = clock.instant().minus(reminder).minus(GRACE);
        List<String> batch = sessions.inStateSince(state, before, "", BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(this::look);
            batch = sessions.inStateSince(state, before, batch.getLast(), BATCH);
        }
    }

    private void catchUp(String sn) {
        try {
            eventsInOrder.catchUp(sn);
        } catch (RuntimeException e) {
            log.warn("events of {} still wait, the next sweep tries again", sn, e);
        }
    }

    /** One that fails must not keep the others waiting. */
    private void look(String orderNo) {
        try {
            lookAtDoor.look(orderNo);
        } catch (RuntimeException e) {
            log.warn("looking at {} failed, the next sweep tries again", orderNo, e);
        }
    }
}
