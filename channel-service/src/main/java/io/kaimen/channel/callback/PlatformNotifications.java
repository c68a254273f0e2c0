package io.kaimen.channel.callback;

import io.kaimen.channel.callback.NotificationMapper.Told;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.service.state.StaleMove;
import java.time.Clock;
import org.springframework.stereotype.Repository;

/** Everything the platforms ever told us, each thing once. */
@Repository
class PlatformNotifications {

    private final NotificationMapper rows;
    private final Clock clock;

    PlatformNotifications(NotificationMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** Two notifications are the same when order, event, state, amount and payment are. */
    static Told told(String eventType, PlatformOrder order) {
        var outcome = new StringBuilder(order.state().name());
        if (order.total() != null) {
            outcome.append(':').append(order.total().fen());
        }
        if (order.transactionId() != null) {
            outcome.append(':').append(order.transactionId());
        }
        return new Told(order.platform(), order.orderNo(), eventType, outcome.toString());
    }

    /** Whether this is the first time we are told. */
    boolean isFirst(Told told) {
        return rows.record(told, clock.instant()) == 1;
    }

    /** Whether we were told something else about the same event of the same order. */
    boolean isContradicted(Told told) {
        return rows.otherOutcomes(told) > 0;
    }

    boolean isDisputed(Told told) {
        return rows.status(told) == NotificationStatus.DISPUTED;
    }

    void dispute(Told told) {
        move(told, NotificationStatus.BELIEVED, NotificationStatus.DISPUTED);
    }

    void resolve(Told told) {
        move(told, NotificationStatus.DISPUTED, NotificationStatus.RESOLVED);
    }

    private void move(Told told, NotificationStatus from, NotificationStatus to) {
        StaleMove.unlessOne(rows.move(told, from, to), "Notification of " + told.businessNo());
    }
}
