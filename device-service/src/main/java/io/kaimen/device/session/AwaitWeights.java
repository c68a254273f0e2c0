package io.kaimen.device.session;

import io.kaimen.device.AfterCommit;
import io.kaimen.device.shadow.Shadows;
import org.springframework.stereotype.Component;

/** Sees to it that the weights after a close are not missed. */
@Component
class AwaitWeights {

    private final Shadows shadows;
    private final SettleBasket settleBasket;
    private final AfterCommit afterCommit;

    AwaitWeights(Shadows shadows, SettleBasket settleBasket, AfterCommit afterCommit) {
        this.shadows = shadows;
        this.settleBasket = settleBasket;
        this.afterCommit = afterCommit;
    }

    /** Arriving weights are offered to the order from now on; they may be here already. */
    void of(DoorSession session) {
        String orderNo = session.orderNo();
        afterCommit.runInBackground(
                "weights for " + orderNo,
                () -> {
                    shadows.closing(session.sn(), session.door(), orderNo);
                    settleBasket.attempt(orderNo);
                });
    }
}
