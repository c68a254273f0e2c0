package io.kaimen.service.letters;

import io.kaimen.service.messaging.HandlersByGroup;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Gauge {@code kaimen.dead.letters}: how many letters are parked, by consumer group. Every instance
 * says the same; not a number while the database cannot be asked.
 */
class DeadLetterGauge implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterGauge.class);

    /** One question serves all groups of a scrape. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final DeadLetters letters;
    private final HandlersByGroup handlers;
    private final Clock clock;
    private @Nullable Map<String, Long> parked;
    private Instant askedAt = Instant.MIN;

    DeadLetterGauge(DeadLetters letters, HandlersByGroup handlers, Clock clock) {
        this.letters = letters;
        this.handlers = handlers;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String group : handlers.groups()) {
            Gauge.builder("kaimen.dead.letters", this, gauge -> gauge.parked(group))
                    .description("messages parked because their handler could not handle them")
                    .tag("group", group)
                    .register(registry);
        }
    }

    private synchronized double parked(String group) {
        if (askedAt.plus(FRESH).isBefore(clock.instant())) {
            parked = ask();
            askedAt = clock.instant();
        }
        return parked == null ? Double.NaN : parked.getOrDefault(group, 0L);
    }

    private @Nullable Map<String, Long> ask() {
        try {
            return letters.parked();
        } catch (DataAccessException e) {
            log.warn("cannot count dead letters: {}", e.toString());
            return null;
        }
    }
}
