package io.kaimen.service.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
     * @param awaySince when the last unbroken absence that may be waited out began; null while none
     *     goes on
     */
    record Failed(Instant first, int faults, int absences, @Nullable Instant awaySince) {

        private Failed again(Kind kind, Instant now) {
            return switch (kind) {
                case OWN -> new Failed(first, faults + 1, absences, null);
                case DATABASE_AWAY -> new Failed(first, faults, absences + 1, null);
                case OTHER_AWAY ->
                        new Failed(
                                first, faults, absences + 1, awaySince == null ? now : awaySince);
            };
        }
    }

    /** Whose fault a failure is. */
    enum Kind {
        OWN,
        DATABASE_AWAY,
        OTHER_AWAY;

        static Kind of(Throwable failure) {
            if (Surroundings.databaseIsAway(failure)) {
                return DATABASE_AWAY;
            }
            return Surroundings.areAway(failure) ? OTHER_AWAY : OWN;
        }
    }

    /** Notes one more and gives all. */
    Failed add(String group, String eventId, Kind kind) {
        Instant now = clock.instant();
        return failed.asMap()
                .compute(
                        key(group, eventId),
                        (key, before) ->
                                (before == null ? new Failed(now, 0, 0, null) : before)
                                        .again(kind, now));
    }

    void forget(String group, String eventId) {
        failed.invalidate(key(group, eventId));
    }

    private static String key(String group, String eventId) {
        return group + "/" + eventId;
    }
}
