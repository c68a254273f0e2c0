package io.kaimen.local.check.rule;

import io.kaimen.contracts.Timers;
import io.kaimen.local.check.source.DoorLocks.DoorLock;
import io.kaimen.local.check.source.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A lock in Redis stands in front of a claim in the database, and ends by itself. */
final class LocksHaveClaims implements Rule {

    private static final String SQL =
            """
            select concat(sn, ':', door, ' ', lock_token) claim from device.door_claim
            """;

    private static final Duration LEASE = Timers.DEFAULTS.doorLockLease();

    @Override
    public String name() {
        return "locks-have-claims";
    }

    @Override
    public String says() {
        return "every door lock in Redis is that of a claim, and has a lease";
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        var claims =
                evidence.tables().rows(SQL).stream()
                        .map(row -> row.text("claim"))
                        .collect(Collectors.toSet());
        return evidence.locks().all().stream()
                .filter(lock ->
                        lock.left() == null
                                || !claims.contains(
                                        lock.sn() + ":" + lock.door() + " " + lock.token()))
                .map(lock ->
                        Finding.staying(
                                "Redis",
                                lock.key(),
                                what(lock),
                                takenAt(lock, evidence.now()),
                                Patience.MESSAGE,
                                evidence.now()))
                .toList();
    }

    private static String what(DoorLock lock) {
        return lock.left() == null
                ? "has no lease; its token is " + lock.token()
                : "no claim has its token " + lock.token();
    }

    /** Taken or renewed; a lock is taken a moment before its claim is there. */
    private static @Nullable Instant takenAt(DoorLock lock, Instant now) {
        return lock.left() == null ? null : now.minus(LEASE).plus(lock.left());
    }
}
