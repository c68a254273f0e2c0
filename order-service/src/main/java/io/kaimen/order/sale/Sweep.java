package io.kaimen.order.sale;

import com.xxl.job.core.handler.annotation.XxlJob;
import io.kaimen.order.OrderProperties;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The authority behind the reminders: looks at every order whose time has come, whatever became of
 * the messages about it. Any number of instances at once, since looking twice changes nothing.
 */
@Component
class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int BATCH = 200;

    private final Orders orders;
    private final OrderChanges changes;
    private final LookAtOrder lookAtOrder;
    private final OrderProperties properties;
    private final Clock clock;

    Sweep(
            Orders orders,
            OrderChanges changes,
            LookAtOrder lookAtOrder,
            OrderProperties properties,
            Clock clock) {
        this.orders = orders;
        this.changes = changes;
        this.lookAtOrder = lookAtOrder;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Job {@code sweepAuthorisations}: orders not authorised in time, cancellations left, doors not
     * heard of.
     */
    @XxlJob("sweepAuthorisations")
    public void sweepAuthorisations() {
        for (String orderNo : orders.due(clock.instant(), BATCH)) {
            try {
                lookAtOrder.look(orderNo);
            } catch (RuntimeException e) {
                log.warn("order {} could not be looked at, later again", orderNo, e);
                putOff(orderNo);
            }
        }
    }

    /**
     * So that orders in trouble do not keep the others from being looked at. One still in its
     * global transaction is left alone: a write here would make its rollback impossible.
     */
    private void putOff(String orderNo) {
        Instant again = clock.instant().plus(properties.lookAgain());
        boolean placed =
                orders.status(orderNo).filter(s -> s != OrderStatus.PRE_AUTHORISED).isPresent();
        if (placed) {
            changes.change(orderNo, order -> order.putOff(again));
        }
    }
}
