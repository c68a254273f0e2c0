package io.kaimen.device.session;

import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.device.DeviceProperties;
import io.kaimen.device.shadow.StableWeight;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Settles a closed door's session as soon as every lane has a stable weight newer than the close.
 * May be tried by anyone at any time: weights that arrive, delayed looks, the sweep.
 */
@Component
public class SettleBasket {

    private static final Logger log = LoggerFactory.getLogger(SettleBasket.class);

    private final DoorSessions sessions;
    private final WeightsAfterClose weights;
    private final WorkOutBasket workOut;
    private final PublishBasket publish;
    private final LateWeights lateWeights;
    private final Lease lease;

    SettleBasket(
            DoorSessions sessions,
            WeightsAfterClose weights,
            WorkOutBasket workOut,
            PublishBasket publish,
            LateWeights lateWeights,
            Lease lease) {
        this.sessions = sessions;
        this.weights = weights;
        this.workOut = workOut;
        this.publish = publish;
        this.lateWeights = lateWeights;
        this.lease = lease;
    }

    /** Settles the order's session if it is closed and weighed; has no effect otherwise. */
    public void attempt(String orderNo) {
        Optional<DoorSession> waiting =
                sessions.find(orderNo)
                        .filter(s ->
                                s.is(DoorSessionState.CLOSED)
                                        || s.waitsForLateWeights()
                                        || s.waitsForEvidence());
        if (waiting.isEmpty()) {
            return;
        }
        Optional<List<StableWeight>> after = weights.of(waiting.get());
        if (after.isEmpty()) {
            return;
        }
        DoorSession session = waiting.get();
        BasketSettled basket = workOut.of(session, after.get());
        if (session.waitsForEvidence()) {
            lateWeights.keep(basket);
            return;
        }
        if (session.waitsForLateWeights() && !lateWeights.resume(orderNo, basket)) {
            return;
        }
        if (lease.take(orderNo)) {
            boolean booked = publish.publish(basket);
            log.info("basket of {}: {} {}", orderNo, basket.total(), booked ? "booked" : "open");
        }
    }

    /** One try at a time, so that half messages are not made for nothing. */
    @Component
    static class Lease {

        private final DoorSessions sessions;
        private final DeviceProperties properties;
        private final Clock clock;

        Lease(DoorSessions sessions, DeviceProperties properties, Clock clock) {
            this.sessions = sessions;
            this.properties = properties;
            this.clock = clock;
        }

        boolean take(String orderNo) {
            return sessions.leaseSettling(
                    orderNo, clock.instant(), properties.doors().settleLease());
        }
    }
}
