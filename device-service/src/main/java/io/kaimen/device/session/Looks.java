package io.kaimen.device.session;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.DoorCheckDue;
import io.kaimen.contracts.device.DoorCheckDue.Look;
import io.kaimen.device.DeviceProperties;
import io.kaimen.service.messaging.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Reminders to look at a session again. Hints only: the sweep is the authority behind them. */
@Component
class Looks {

    private final Outbox outbox;
    private final DeviceProperties.Doors times;
    private final Clock clock;

    Looks(Outbox outbox, DeviceProperties properties, Clock clock) {
        this.outbox = outbox;
        this.times = properties.doors();
        this.clock = clock;
    }

    /** The first one after the open command. */
    void afterCommand(String orderNo, Instant issuedAt) {
        at(issuedAt.plus(times.queries().getFirst()), orderNo, Look.OPENED, 1);
    }

    /** The first one after an opening. */
    void afterOpening(String orderNo, Instant openedAt) {
        at(openedAt.plus(times.leftOpenAlarms().getFirst()), orderNo, Look.LEFT_OPEN, 1);
    }

    /** When an event has waited long enough for its predecessor. */
    void afterGap(String orderNo, Instant due) {
        at(due, orderNo, Look.EVENTS, 1);
    }

    /** The first one after a close. */
    void afterClose(String orderNo) {
        at(clock.instant().plus(times.weightsLook()), orderNo, Look.WEIGHTS, 1);
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
