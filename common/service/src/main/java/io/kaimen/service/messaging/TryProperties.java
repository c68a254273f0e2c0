package io.kaimen.service.messaging;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of {@code kaimen.messaging.tries}: how often a handler may fail at a message before it
 * is parked as a dead letter. Only for services with a database.
 *
 * @param concurrent of a handler that needs no order; the broker waits from 10 s to 2 h between
 *     them, 16 tries are nearly 5 h
 * @param ordered of an ordered handler; its queue stands still meanwhile, 10 tries are about 26 s
 *     and the time of the tries themselves
 * @param backOff between the first two tries of an ordered handler; doubles each time
 * @param longestBackOff at which it stops doubling; the broker's client takes 30 s at most
 */
@Validated
@ConfigurationProperties("kaimen.messaging.tries")
public record TryProperties(
        @Min(1) @DefaultValue("16") int concurrent,
        @Min(1) @DefaultValue("10") int ordered,
        @DefaultValue("200ms") Duration backOff,
        @DefaultValue("5s") Duration longestBackOff) {

    private static final int MOST_DOUBLINGS = 20;

    int of(MessageHandler<?> handler) {
        return handler.orderly() ? ordered : concurrent;
    }

    /** How long an ordered queue waits after so many tries. */
    Duration waitAfter(int tries) {
        Duration wait = backOff.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        return wait.compareTo(longestBackOff) < 0 ? wait : longestBackOff;
    }
}
