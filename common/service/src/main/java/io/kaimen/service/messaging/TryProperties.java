package io.kaimen.service.messaging;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of {@code kaimen.messaging.tries}: how often a handler may fail at a message before it
 * is parked as a dead letter. Only for services with a database. A failure because something else
 * is away (database, Redis, broker, another service) is no try.
 *
 * @param concurrent of a handler that needs no order; between them are the broker's delays, from 1
 *     s to 1 h, see {@link DelayLevels}; 18 tries are nearly 3 h
 * @param ordered of an ordered handler; its queue stands still meanwhile, 10 tries are about 26 s
 *     and the time of the tries themselves
 * @param backOff between the first two tries of an ordered handler; doubles each time
 * @param longestBackOff at which it stops doubling, and how soon at the latest a message is tried
 *     once what was away is back; the broker's client takes 30 s at most
 * @param patience how long something may be away before the messages that need it are parked
 * @param alertAfter how long it may be away before operators are told
 */
@Validated
@ConfigurationProperties("kaimen.messaging.tries")
public record TryProperties(
        @Min(1) @DefaultValue("18") int concurrent,
        @Min(1) @DefaultValue("10") int ordered,
        @DefaultValue("200ms") Duration backOff,
        @DefaultValue("5s") Duration longestBackOff,
        @DefaultValue("30m") Duration patience,
        @DefaultValue("3m") Duration alertAfter) {

    private static final int MOST_DOUBLINGS = 20;

    int of(MessageHandler<?> handler) {
        return handler.orderly() ? ordered : concurrent;
    }

    /** How long to wait after so many failures that were the message's own. */
    Duration afterFaults(MessageHandler<?> handler, int faults) {
        return handler.orderly() ? doubled(faults) : DelayLevels.wait(faults);
    }

    /** How long to wait when something was away so many times; short, however long it is. */
    Duration afterAbsences(int absences) {
        return doubled(absences);
    }

    private Duration doubled(int failures) {
        Duration wait = backOff.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return wait.compareTo(longestBackOff) < 0 ? wait : longestBackOff;
    }
}
