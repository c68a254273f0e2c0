package io.kaimen.device.session;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.DoorCheckDue;
import io.kaimen.contracts.device.DoorCheckDue.Look;
import io.kaimen.service.messaging.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Reminders to look at a session again. Hints only: the sweep is the authority behind them. */
@Component
class Looks {

    private final Outbox outbox;
    private final Clock clock;

    Looks(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param attempt from 1
     */
    void at(Instant due, String orderNo, Look look, int attempt) {
        Duration delay = Duration.between(clock.instant(), due);
        outbox.publishLater(
                Topic.DOOR_CHECK_DUE,
                orderNo,
                new DoorCheckDue(orderNo, look, attempt),
                delay.isNegative() ? Duration.ZERO : delay);
    }
}
