package io.kaimen.account.capture;

import io.kaimen.account.AccountProperties;
import io.kaimen.account.settlement.Settlement;
import io.kaimen.account.settlement.SettlementStatus;
import io.kaimen.account.settlement.Settlements;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.CaptureDue;
import io.kaimen.service.messaging.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out turns at the platform. Reminders come late, twice and from the sweep as well: each is
 * for one numbered ask, and only one of them gets it.
 */
@Component
class Turns {

    private final Settlements settlements;
    private final Outbox outbox;
    private final LookSchedule schedule;
    private final Duration unanswered;
    private final Clock clock;

    Turns(Settlements settlements, Outbox outbox, AccountProperties properties, Clock clock) {
        this.settlements = settlements;
        this.outbox = outbox;
        this.schedule = new LookSchedule(properties.firstLook(), properties.longestLook());
        this.unanswered = properties.unansweredLook();
        this.clock = clock;
    }

    /**
     * Takes a turn. The next reminder, and that money may be on its way, are on record before the
     * platform hears anything, so that dying in the call loses nothing.
     *
     * @param ask number of the ask, from 1
     * @return empty when someone else has it or there is nothing more to ask
     */
    @Transactional
    public Optional<Settlement> take(String orderNo, int ask) {
        Settlement read = settlements.lock(orderNo);
        if (read.lookAt() == null || read.asks() + 1 != ask) {
            return Optional.empty();
        }
        Duration wait = schedule.after(ask);
        Settlement turn = read.asked(clock.instant().plus(wait));
        if (read.status() == SettlementStatus.PENDING && !read.toCollect().isZero()) {
            turn = turn.moveTo(SettlementStatus.CAPTURING);
        }
        settlements.save(read, turn, "asking the platform to collect");
        outbox.publishLater(Topic.CAPTURE_DUE, orderNo, new CaptureDue(orderNo, ask + 1), wait);
        return Optional.of(turn);
    }

    /**
     * Nobody answered: the sweep finds it again soon, however long the next wait would have been.
     *
     * @param ask number of the ask that was not answered
     */
    @Transactional
    public void unanswered(String orderNo, int ask) {
        Settlement read = settlements.lock(orderNo);
        Instant soon = clock.instant().plus(unanswered);
        if (read.asks() == ask && read.lookAt() != null && read.lookAt().isAfter(soon)) {
            settlements.save(read, read.lookingAt(soon), "");
        }
    }
}
