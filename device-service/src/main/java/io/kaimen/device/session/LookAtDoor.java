package io.kaimen.device.session;

import io.kaimen.device.DeviceProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at a session that waits for its door or its weights. What to do follows from the time and
 * from what was done already, so any number of looks, early or late, does no harm.
 */
@Component
class LookAtDoor {

    private final DoorSessions sessions;
    private final LookForOpening forOpening;
    private final LookForClose forClose;
    private final LookForWeights forWeights;
    private final LookAtAbnormal atAbnormal;

    LookAtDoor(
            DoorSessions sessions,
            LookForOpening forOpening,
            LookForClose forClose,
            LookForWeights forWeights,
            LookAtAbnormal atAbnormal) {
        this.sessions = sessions;
        this.forOpening = forOpening;
        this.forClose = forClose;
        this.forWeights = forWeights;
        this.atAbnormal = atAbnormal;
    }

    /**
     * @return when to look again; nothing when there is nothing left to wait for
     */
    @Transactional
    public Optional<Instant> look(String orderNo) {
        return sessions.lock(orderNo)
                .flatMap(session ->
                        switch (session.state()) {
                            case OPENING -> forOpening.look(session);
                            case OPENED -> forClose.look(session);
                            case CLOSED -> forWeights.look(session);
                            case ABNORMAL -> atAbnormal.look(session);
                            case SETTLED, NOT_OPENED -> Optional.empty();
                        });
    }

    /** An abnormal session may be resolved by a cabinet that is back. */
    @Component
    static class LookAtAbnormal {

        private final DoorSessions sessions;
        private final DoorCommands doorCommands;
        private final LookForWeights forWeights;
        private final DeviceProperties.Doors doors;
        private final Clock clock;

        LookAtAbnormal(
                DoorSessions sessions,
                DoorCommands doorCommands,
                LookForWeights forWeights,
                DeviceProperties properties,
                Clock clock) {
            this.sessions = sessions;
            this.doorCommands = doorCommands;
            this.forWeights = forWeights;
            this.doors = properties.doors();
            this.clock = clock;
        }

        Optional<Instant> look(DoorSession session) {
            if (session.waitsForLateWeights() || lacksEvidence(session)) {
                forWeights.settleSoon(session.orderNo());
            } else if (session.closed() == null
                    && doorCommands.notAskedSince(session, clock.instant().minus(doors.retry()))) {
                doorCommands.ask(session);
            }
            // The sweep looks again; a reminder for each abnormal session would never end.
            return Optional.empty();
        }

        private boolean lacksEvidence(DoorSession session) {
            return session.waitsForEvidence() && sessions.evidence(session.orderNo()).isEmpty();
        }
    }
}
