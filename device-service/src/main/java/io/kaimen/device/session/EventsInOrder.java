package io.kaimen.device.session;

import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.device.DeviceProperties;
import io.kaimen.device.cabinet.Cabinets;
import io.kaimen.device.session.DoorEventMapper.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applies a cabinet's events in the order of its boots and of their numbers, each once. One that
 * comes before its predecessor waits for it as a row, but not for long: the predecessor may never
 * come. Boots follow one another as they were first heard of.
 */
@Component
class EventsInOrder {

    private static final Logger log = LoggerFactory.getLogger(EventsInOrder.class);

    private final DoorEventMapper events;
    private final Cabinets cabinets;
    private final ApplyDoorEvent applyDoorEvent;
    private final Looks looks;
    private final DeviceProperties.Doors doors;
    private final Clock clock;

    EventsInOrder(
            DoorEventMapper events,
            Cabinets cabinets,
            ApplyDoorEvent applyDoorEvent,
            Looks looks,
            DeviceProperties properties,
            Clock clock) {
        this.events = events;
        this.cabinets = cabinets;
        this.applyDoorEvent = applyDoorEvent;
        this.looks = looks;
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

    /** Applies what has waited long enough, and what it held up. */
    @Transactional
    public void catchUp(String sn) {
        oneAtATime(sn);
        applyDue(sn);
    }

    private void oneAtATime(String sn) {
        if (cabinets.lock(sn).isEmpty()) {
            log.debug("events of unknown cabinet {}", sn);
        }
    }

    private List<Waiting> applyDue(String sn) {
        List<Waiting> waiting = events.waiting(sn);
        Instant now = clock.instant();
        int overdue = waiting.size();
        while (overdue > 0 && now.isBefore(waiting.get(overdue - 1).waitsUntil())) {
            overdue--;
        }
        int next = 0;
        while (next < waiting.size() && (next < overdue || isNext(waiting.get(next)))) {
            apply(waiting.get(next));
            next++;
        }
        return waiting.subList(next, waiting.size());
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
