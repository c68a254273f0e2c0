package io.kaimen.service.messaging;

import io.kaimen.contracts.Envelope;
import io.kaimen.service.messaging.Failures.Failed;
import io.kaimen.service.messaging.Verdict.Again;
import io.kaimen.service.messaging.Verdict.Done;
import java.time.Clock;
import org.apache.rocketmq.common.message.MessageExt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives what the broker delivers to its handler and says what shall become of it. What fails too
 * often by itself is parked, so that its queue goes on; it stays with the broker until it is. What
 * fails because something else is away waits for that, see {@link Surroundings}.
 */
class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private final MessageCodec codec;
    private final HandleOnce handleOnce;
    private final @Nullable DeadLetterBox letters;
    private final TryProperties tries;
    private final Clock clock;
    private final Failures failures;
    private final Absences absences;

    Deliveries(
            MessageCodec codec,
            HandleOnce handleOnce,
            @Nullable DeadLetterBox letters,
            TryProperties tries,
            Clock clock) {
        this.codec = codec;
        this.handleOnce = handleOnce;
        this.letters = letters;
        this.tries = tries;
        this.clock = clock;
        this.failures = new Failures(clock);
        this.absences = new Absences(tries.alertAfter(), clock);
    }

    /** Whether this service has a place for dead letters; without one the broker's own is used. */
    boolean canPark() {
        return letters != null;
    }

    <P> Verdict deliver(MessageHandler<P> handler, String group, MessageExt message) {
        Envelope<P> envelope;
        try {
            envelope = codec.decode(message.getBody(), handler.topic());
        } catch (UndecodableMessage e) {
            return failed(handler, group, codec.eventIdOf(message.getBody()), message, e);
        }
        try {
            if (!handleOnce.handle(handler, group, envelope)) {
                log.debug("{} had handled {} before", group, envelope.eventId());
            }
            failures.forget(group, envelope.eventId());
            absences.over(group);
            return new Done();
        } catch (Throwable e) {
            // An Error as well: a message that makes one each time is poison like any other.
            return failed(handler, group, envelope.eventId(), message, e);
        }
    }

    private Verdict failed(
            MessageHandler<?> handler,
            String group,
            String eventId,
            MessageExt message,
            Throwable failure) {
        Failures.Kind kind = Failures.Kind.of(failure);
        boolean away = kind != Failures.Kind.OWN;
        Failed failed = failures.add(group, eventId, kind);
        log.warn(
                "{} could not handle {} of {} ({} of its own, {} for what was away)",
                group,
                eventId,
                message.getKeys(),
                failed.faults(),
                failed.absences(),
                failure);
        if (away) {
            absences.noted(group, failure);
        }
        if (letters == null) {
            // The broker counts all of them, so its waits must grow with all of them.
            return new Again(DelayLevels.wait(message.getReconsumeTimes() + 1));
        }
        if (!isHopeless(handler, failed, kind, failure)) {
            return new Again(
                    away
                            ? tries.afterAbsences(failed.absences())
                            : tries.afterFaults(handler, failed.faults()));
        }
        return park(letters, failedMessage(handler, group, eventId, message, failure, failed));
    }

    /** While the database is away nothing is; what is parked when it is back need not have been. */
    private boolean isHopeless(
            MessageHandler<?> handler, Failed failed, Failures.Kind kind, Throwable failure) {
        return switch (kind) {
            case DATABASE_AWAY -> false;
            case OTHER_AWAY ->
                    failed.awaySince() != null
                            && clock.instant().isAfter(failed.awaySince().plus(tries.patience()));
            case OWN ->
                    failure instanceof UndecodableMessage || failed.faults() >= tries.of(handler);
        };
    }

    private static FailedMessage failedMessage(
            MessageHandler<?> handler,
            String group,
            String eventId,
            MessageExt message,
            Throwable failure,
            Failed failed) {
        return new FailedMessage(
                group,
                handler.topic(),
                eventId,
                message.getKeys(),
                message.getBody(),
                failure,
                failed.faults() + failed.absences(),
                failed.first());
    }

    private Verdict park(DeadLetterBox box, FailedMessage message) {
        try {
            box.park(message);
        } catch (RuntimeException e) {
            log.warn(
                    "{} could not park {}, it stays with the broker",
                    message.group(),
                    message.eventId(),
                    e);
            return new Again(tries.longestBackOff());
        }
        failures.forget(message.group(), message.eventId());
        return new Done();
    }
}
