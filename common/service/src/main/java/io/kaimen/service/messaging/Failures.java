package io.kaimen.service.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How messages that are not handled yet have failed, by group and event id. As far as this instance
 * has seen it: a restart forgets, and a message is then tried more often rather than parked early.
 */
class Failures {

    private final Cache<String, Failed> failed =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofDays(1)).build();
    private final Clock clock;

    Failures(Clock clock) {
        this.clock = clock;
    }

    /**
     * A message's failures so far.
     *
     * @param faults that were its own
     * @param absences when something else was away
     */
    record Failed(Instant first, int faults, int absences) {

        private Failed again(boolean away) {
            return away
                    ? new Failed(first, faults, absences + 1)
                    : new Failed(first, faults + 1, absences);
        }
    }

    /** Notes one more and gives all. */
    Failed add(String group, String eventId, boolean away) {
        return failed.asMap()
                .compute(
                        key(group, eventId),
                        (key, before) ->
                                (before == null ? new Failed(clock.instant(), 0, 0) : before)
                                        .again(away));
    }

    void forget(String group, String eventId) {
        failed.invalidate(key(group, eventId));
    }

    private static String key(String group, String eventId) {
        return group + "/" + eventId;
    }
}
