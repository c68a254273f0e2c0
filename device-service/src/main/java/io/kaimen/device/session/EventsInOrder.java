package io.kaimen.device.session;

import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.device.DeviceProperties;
import io.kaimen.device.cabinet.Cabinets;
import io.kaimen.device.session.DoorEventMapper.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies a cabinet's events in the order of its boots and of their numbers, each once. One that
 * comes before its predecessor waits for it as a row, but not for long: the predecessor may never
 * come. Boots follow one another as they were first heard of.
 */
@Component
class EventsInOrder {

    private static final Logger log = LoggerFactory.getLogger(EventsInOrder.class);

    /** How long past its time an event that fails is tried. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final DoorEventMapper events;
    private final Cabinets cabinets;
    private final ApplyDoorEvent applyDoorEvent;
    private final Looks looks;
    private final TransactionTemplate transaction;
    private final DeviceProperties.Doors doors;
    private final Clock clock;

    EventsInOrder(
            DoorEventMapper events,
            Cabinets cabinets,
            ApplyDoorEvent applyDoorEvent,
            Looks looks,
            TransactionTemplate transaction,
            DeviceProperties properties,
            Clock clock) {
        this.events = events;
        this.cabinets = cabinets;
        this.applyDoorEvent = applyDoorEvent;
        this.looks = looks;
        this.transaction = transaction;
        this.doors = properties.doors();
        this.clock = clock;
    }

    /** Takes an event in, and applies it now if it is its turn. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void arrived(DoorReported event) {
        oneAtATime(event.sn());
        Instant waitsUntil = clock.instant().plus(doors.eventGap());
        if (events.insert(event, waitsUntil) == 0) {
            log.debug("{} was here before", event);
            return;
        }
        List<Waiting> left = applyDue(event.sn());
        if (!left.isEmpty()) {
            log.info("{} came before its predecessor", event);
            remind(left.getLast(), waitsUntil);
        }
    }

    /**
     * Applies what has waited long enough and what it held up, each event in a transaction of its
     * own. One that fails for long is left out in the end, or nothing would ever follow it.
     */
    void catchUp(String sn) {
        try {
            while (Boolean.TRUE.equals(transaction.execute(status -> applyFirst(sn)))) {
                log.debug("an event of {} has waited long enough", sn);
            }
        } catch (RuntimeException e) {
            transaction.executeWithoutResult(status -> leaveOutFirst(sn, e));
            throw e;
        }
    }

    private boolean applyFirst(String sn) {
        oneAtATime(sn);
        List<Waiting> waiting = events.waiting(sn);
        boolean due = firstIsDue(waiting);
        if (due) {
            apply(waiting.getFirst());
        }
        return due;
    }

    private void leaveOutFirst(String sn, RuntimeException failure) {
        oneAtATime(sn);
        Instant patience = clock.instant().minus(PATIENCE);
        events.waiting(sn).stream()
                .findFirst()
                .filter(first -> first.waitsUntil().isBefore(patience))
                .ifPresent(first -> {
                    log.error("ALERT {} cannot be applied and is left out", first, failure);
                    events.applied(first, null);
                });
    }

    private void oneAtATime(String sn) {
        if (cabinets.lock(sn).isEmpty()) {
            log.debug("events of unknown cabinet {}", sn);
        }
    }

    private List<Waiting> applyDue(String sn) {
        List<Waiting> left = events.waiting(sn);
        while (firstIsDue(left)) {
            apply(left.getFirst());
            left = left.subList(1, left.size());
        }
        return left;
    }

    /** When it follows what was applied, or it or one behind it has waited long enough. */
    private boolean firstIsDue(List<Waiting> waiting) {
        Instant now = clock.instant();
        return !waiting.isEmpty()
                && (isNext(waiting.getFirst())
                        || waiting.stream().anyMatch(e -> !now.isBefore(e.waitsUntil())));
    }

    /** Also one that comes so late that later ones were applied without it. */
    private boolean isNext(Waiting event) {
        return event.sequence() <= events.lastApplied(event.sn(), event.bootId()) + 1;
    }

    private void apply(Waiting event) {
        String orderNo = applyDoorEvent.apply(event.toReport());
        events.applied(event, orderNo);
    }

    /** The sweep is behind this, and alone where no session is. */
    private void remind(Waiting event, Instant due) {
        Optional<String> orderNo = applyDoorEvent.orderOf(event.toReport());
        orderNo.ifPresent(order -> looks.afterGap(order, due));
    }
}
