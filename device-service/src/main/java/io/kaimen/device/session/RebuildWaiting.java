package io.kaimen.device.session;

import io.kaimen.device.recovery.RebuildStep;
import io.kaimen.device.recovery.Rebuilding;
import java.time.Clock;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Offers weights again to the sessions that wait for them. */
@Component
@Order(1)
class RebuildWaiting implements RebuildStep {

    private static final int BATCH = 200;

    private final DoorSessions sessions;
    private final AwaitWeights awaitWeights;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RebuildWaiting(
            DoorSessions sessions,
            AwaitWeights awaitWeights,
            TransactionTemplate transaction,
            Clock clock) {
        this.sessions = sessions;
        this.awaitWeights = awaitWeights;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void rebuild(Rebuilding rebuilding) {
        rebuild(DoorSessionState.CLOSED, rebuilding);
        rebuild(DoorSessionState.ABNORMAL, rebuilding);
    }

    private void rebuild(DoorSessionState state, Rebuilding rebuilding) {
        List<String> batch = sessions.inStateSince(state, clock.instant(), "", BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(this::rebuild);
            rebuilding.goesOn();
            batch = sessions.inStateSince(state, clock.instant(), batch.getLast(), BATCH);
        }
    }

    /** Without its lock: one that an instance holds that hangs must not keep all doors shut. */
    private void rebuild(String orderNo) {
        transaction.executeWithoutResult(status ->
                sessions.find(orderNo)
                        .filter(s -> s.is(DoorSessionState.CLOSED) || s.waitsForLateWeights())
                        .ifPresent(awaitWeights::of));
    }
}
