package io.kaimen.account.operator;

import io.kaimen.service.security.Role;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may use the admin API.
 *
 * @param failures wrong passwords since the last right one
 * @param lockedUntil no password is looked at before; null when free
 */
record Operator(
        String name,
        String passwordHash,
        Role role,
        Status status,
        int failures,
        @Nullable Instant lockedUntil,
        Instant createdAt) {

    private static final int FREE_TRIES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 12;

    enum Status {
        ACTIVE,
        DISABLED
    }

    boolean isLockedAt(Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }

    /** What an attempt makes of the next one. */
    Operator after(LoginOutcome outcome, Instant now) {
        return switch (outcome) {
            case LOGGED_IN -> loggedIn();
            case REFUSED -> failedAt(now);
            case THROTTLED -> this;
        };
    }

    /** A few typing errors cost nothing; from then on the wait doubles, from one second on. */
    Operator failedAt(Instant now) {
        int count = failures + 1;
        return new Operator(
                name,
                passwordHash,
                role,
                status,
                count,
                count < FREE_TRIES ? null : now.plus(waitAfter(count)),
                createdAt);
    }

    private static Duration waitAfter(int count) {
        int doublings = Math.min(count - FREE_TRIES, MOST_DOUBLINGS);
        Duration wait = Duration.ofSeconds(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    Operator loggedIn() {
        return new Operator(name, passwordHash, role, status, 0, null, createdAt);
    }
}
