package io.kaimen.service.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Since when a group has been waiting for something that is away; tells operators of a long one.
 */
class Absences {

    private static final Logger log = LoggerFactory.getLogger(Absences.class);

    private final Map<String, Absence> byGroup = new ConcurrentHashMap<>();
    private final Duration alertAfter;
    private final Clock clock;

    Absences(Duration alertAfter, Clock clock) {
        this.alertAfter = alertAfter;
        this.clock = clock;
    }

    private record Absence(Instant since, Instant alertAt) {}

    void noted(String group, Throwable failure) {
        Instant now = clock.instant();
        byGroup.compute(
                group,
                (name, known) -> {
                    if (known == null) {
                        return new Absence(now, now.plus(alertAfter));
                    }
                    if (now.isBefore(known.alertAt())) {
                        return known;
                    }
                    log.error(
                            "ALERT messages wait: {} has handled nothing since {}, {}",
                            group,
                            known.since(),
                            failure.toString());
                    return new Absence(known.since(), now.plus(alertAfter));
                });
    }

    /** A message was handled: whatever it was, it is back. */
    void over(String group) {
        byGroup.remove(group);
    }
}
