package io.kaimen.device.session;

import io.kaimen.device.AfterCommit;
import io.kaimen.device.DeviceProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A closed door: settles when its weights are there, and gives up when they do not come. */
@Component
class LookForWeights {

    private final WeightsAfterClose weights;
    private final SettleBasket settleBasket;
    private final EndDoorSession end;
    private final AfterCommit afterCommit;
    private final DeviceProperties.Doors doors;
    private final Clock clock;

    /** Weights sent while nobody listened are still on their way. */
    private volatile Instant listeningSince;

    LookForWeights(
            WeightsAfterClose weights,
            SettleBasket settleBasket,
            EndDoorSession end,
            AfterCommit afterCommit,
            DeviceProperties properties,
            Clock clock) {
        this.weights = weights;
        this.settleBasket = settleBasket;
        this.end = end;
        this.afterCommit = afterCommit;
        this.doors = properties.doors();
        this.clock = clock;
        this.listeningSince = clock.instant();
    }

    @EventListener
    void listening(ApplicationReadyEvent ready) {
        listeningSince = clock.instant();
    }

    /**
     * @return when to look again
     */
    Optional<Instant> look(DoorSession session) {
        Instant now = clock.instant();
        if (weights.of(session).isPresent()) {
            // Not in this transaction: the broker is asked first, and its answer takes time.
            settleSoon(session.orderNo());
        } else if (!now.isBefore(waitedSince(session).plus(doors.weights()))) {
            end.abnormal(
                    session,
                    "a lane has no stable weight newer than the close after "
                            + doors.weights().toSeconds()
                            + " s");
            return Optional.empty();
        }
        return Optional.of(now.plus(doors.weightsLook()));
    }

    private Instant waitedSince(DoorSession session) {
        return session.stateChangedAt().isAfter(listeningSince)
                ? session.stateChangedAt()
                : listeningSince;
    }

    void settleSoon(String orderNo) {
        afterCommit.runInBackground("basket of " + orderNo, () -> settleBasket.attempt(orderNo));
    }
}
