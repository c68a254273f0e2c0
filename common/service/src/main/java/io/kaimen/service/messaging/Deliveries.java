package io.kaimen.service.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.kaimen.contracts.Envelope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.rocketmq.common.message.MessageExt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Gives what the broker delivers to its handler and says what shall become of it. What fails too
 * often is parked, so that its queue goes on; it stays with the broker until it is.
 */
class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private final MessageCodec codec;
    private final HandleOnce handleOnce;
    private final @Nullable DeadLetterBox letters;
    private final TryProperties tries;
    private final Clock clock;

    /** By group and event id; only told to operators, so a restart may forget it. */
    private final Cache<String, Instant> firstFailures =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofDays(1)).build();

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
    }

    /** What the broker is told of a delivery. */
    enum Verdict {
        /** It may forget the message: handled, or parked. */
        DONE,
        /** Handling failed and may be tried again. */
        AGAIN,
        /** There are no tries left, but it could not be parked either. */
        HELD
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
            firstFailures.invalidate(group + "/" + envelope.eventId());
            return Verdict.DONE;
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
        int failures = message.getReconsumeTimes() + 1;
        log.warn(
                "{} could not handle {} of {} (try {})",
                group,
                eventId,
                message.getKeys(),
                failures,
                failure);
        Instant first = firstFailures.get(group + "/" + eventId, unseen -> clock.instant());
        boolean hopeless = failure instanceof UndecodableMessage || failures >= tries.of(handler);
        if (letters == null || !hopeless) {
            return Verdict.AGAIN;
        }
        if (databaseIsGone(failure)) {
            // Not the message's fault; and if the database were back by now, it would be parked
            // for nothing.
            return Verdict.HELD;
        }
        return park(
                letters,
                new FailedMessage(
                        group,
                        handler.topic(),
                        eventId,
                        message.getKeys(),
                        message.getBody(),
                        failure,
                        failures,
                        first));
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
            return Verdict.HELD;
        }
        firstFailures.invalidate(message.group() + "/" + message.eventId());
        return Verdict.DONE;
    }

    private static boolean databaseIsGone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof CannotGetJdbcConnectionException) {
                return true;
            }
        }
        return false;
    }
}
