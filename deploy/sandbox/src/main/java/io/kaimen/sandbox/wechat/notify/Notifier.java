package io.kaimen.sandbox.wechat.notify;

import io.kaimen.sandbox.SandboxProperties;
import io.kaimen.sandbox.faults.Fault;
import io.kaimen.sandbox.faults.FaultKind;
import io.kaimen.sandbox.faults.Faults;
import io.kaimen.sandbox.journal.JournalEntry;
import io.kaimen.sandbox.time.PlatformClock;
import io.kaimen.sandbox.time.PlatformTimer;
import io.kaimen.sandbox.wechat.notify.Notice.Attempt;
import io.kaimen.sandbox.wechat.notify.Notice.Sending;
import io.kaimen.sandbox.wechat.notify.Notice.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Tells the merchant, again and again on WeChat's schedule, until it accepts. */
@Component
public class Notifier implements SmartInitializingSingleton {

    private static final Duration SECOND_LINK = Duration.ofSeconds(1);
    private static final String OVERTAKEN = "PAYSCORE.USER_CONFIRM";

    private final Notices notices;
    private final NoticeSender sender;
    private final Faults faults;
    private final PlatformClock clock;
    private final PlatformTimer timer;
    private final Duration delay;
    private final RetrySchedule schedule;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    Notifier(
            Notices notices,
            NoticeSender sender,
            Faults faults,
            PlatformClock clock,
            PlatformTimer timer,
            SandboxProperties properties) {
        this.notices = notices;
        this.sender = sender;
        this.faults = faults;
        this.clock = clock;
        this.timer = timer;
        this.delay = properties.notification().delay();
        this.schedule = new RetrySchedule(properties.notification().timeScale());
    }

    /** A notice and its journal entry, to be remembered together with the event's own change. */
    public record Draft(Notice notice) {

        /** How it is remembered. */
        public JournalEntry entry() {
            return Notices.entry(notice);
        }
    }

    /** Drafts a notice of an event that happens now. */
    public Draft draft(String outOrderNo, String eventType, String notifyUrl, String resource) {
        Instant now = clock.instant();
        Duration injected =
                faults.strike(FaultKind.NOTIFICATION_DELAYED, outOrderNo, eventType)
                        .map(Fault::millis)
                        .map(Duration::ofMillis)
                        .orElse(Duration.ZERO);
        Notice notice =
                new Notice(
                        UUID.randomUUID().toString(),
                        outOrderNo,
                        eventType,
                        notifyUrl,
                        now,
                        resource,
                        State.WAITING,
                        now.plus(delay).plus(injected),
                        List.of());
        boolean held =
                eventType.equals(OVERTAKEN)
                        && faults.strike(FaultKind.NOTIFICATIONS_SWAPPED, outOrderNo, eventType)
                                .isPresent();
        return new Draft(held ? notice.resting(State.HELD) : notice);
    }

    /** Starts sending a notice that has been remembered. */
    public void announce(Draft draft) {
        notices.index(draft.notice());
        schedule(draft.notice());
    }

    /** Sends what was held back for an order. */
    public void release(String outOrderNo) {
        for (Notice notice : notices.of(outOrderNo)) {
            if (notice.state() == State.HELD) {
                Instant now = clock.instant();
                notices.change(
                                notice.id(),
                                same -> same.state() == State.HELD ? same.waitingUntil(now) : same)
                        .ifPresent(this::schedule);
            }
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        notices.waiting().forEach(this::schedule);
    }

    private void schedule(Notice notice) {
        Instant due = notice.nextAt();
        if (due != null) {
            timer.after(Duration.between(clock.instant(), due), () -> attempt(notice.id(), due));
        }
    }

    private void attempt(String id, Instant due) {
        if (!inFlight.add(id)) {
            return;
        }
        Optional<Notice> after;
        try {
            after =
                    notices.find(id)
                            .filter(notice -> notice.state() == State.WAITING)
                            .filter(notice -> due.equals(notice.nextAt()))
                            .flatMap(this::deliver);
        } finally {
            inFlight.remove(id);
        }
        // Not before: the next attempt may be due at once and must not find this one in flight.
        after.ifPresent(this::schedule);
    }

    private Optional<Notice> deliver(Notice notice) {
        if (strikes(FaultKind.NOTIFICATION_FORGED, notice)) {
            sendExtra(notice, Sending.FORGED);
        }
        if (strikes(FaultKind.NOTIFICATION_PROBED, notice)) {
            sendExtra(notice, Sending.PROBE);
        }
        boolean dropped = strikes(FaultKind.NOTIFICATION_DROPPED, notice);
        Attempt attempt = sender.send(notice, dropped ? Sending.DROPPED : Sending.GENUINE);
        Optional<Notice> after = notices.change(notice.id(), before -> after(before, attempt));
        if (strikes(FaultKind.NOTIFICATION_DOUBLED, notice)) {
            timer.after(schedule.scaled(SECOND_LINK), () -> sendExtra(notice, Sending.DOUBLE));
        }
        // This event has overtaken the held ones, which was the point of holding them.
        release(notice.outOrderNo());
        return after;
    }

    private Notice after(Notice before, Attempt attempt) {
        Notice tried = before.with(attempt);
        if (attempt.accepted()) {
            return tried.resting(State.DELIVERED);
        }
        return schedule.waitAfter(tried.attemptsOnSchedule())
                .map(wait -> tried.waitingUntil(clock.instant().plus(wait)))
                .orElseGet(() -> tried.resting(State.GIVEN_UP));
    }

    private void sendExtra(Notice notice, Sending sending) {
        Attempt attempt = sender.send(notice, sending);
        notices.change(notice.id(), before -> before.with(attempt));
    }

    private boolean strikes(FaultKind kind, Notice notice) {
        return faults.strike(kind, notice.outOrderNo(), notice.eventType()).isPresent();
    }
}
