package io.kaimen.order.blacklist;

import com.baomidou.mybatisplus.extension.plugins.pagination.Page;
import io.kaimen.service.page.Paged;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Shoppers who may not buy. An entry is never deleted: it expires or is lifted. */
@Repository
public class Blacklist {

    private final BlacklistMapper entries;
    private final Clock clock;

    Blacklist(BlacklistMapper entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** Whether the shopper may not buy now. */
    public boolean blocks(String shopperId) {
        return entries.inForce(shopperId, clock.instant()) > 0;
    }

    Optional<BlacklistEntry> find(long id) {
        return Optional.ofNullable(entries.find(id));
    }

    /** Newest first; of one shopper, or of all. */
    Paged<BlacklistEntry> page(@Nullable String shopperId, int page, int size) {
        var found = entries.page(Page.of(page, size), shopperId);
        return new Paged<>(found.getRecords(), found.getTotal(), page, size);
    }

    /** An entry in force, and whether it was made now. */
    record Added(BlacklistEntry entry, boolean created) {}

    /**
     * Blacklists a shopper. The same again changes nothing; an expired entry makes way.
     *
     * @throws EntryExists when one for another reason or time is in force
     */
    @Transactional
    public Added add(
            String shopperId, String reason, @Nullable Instant expiresAt, String operator) {
        Instant now = clock.instant();
        Instant until = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MILLIS);
        BlacklistEntry active = entries.active(shopperId);
        if (active != null && isInForce(active, now)) {
            if (active.reason().equals(reason) && Objects.equals(active.expiresAt(), until)) {
                return new Added(active, false);
            }
            throw new EntryExists(shopperId);
        }
        if (active != null) {
            entries.lift(active.id(), "expiry", now);
        }
        try {
            entries.add(shopperId, reason, until, operator, now);
        } catch (DuplicateKeyException another) {
            throw new EntryExists(shopperId);
        }
        return new Added(Objects.requireNonNull(entries.active(shopperId)), true);
    }

    /**
     * @return false when there is no such entry, or it was lifted
     */
    boolean change(long id, String reason, @Nullable Instant expiresAt) {
        return entries.change(id, reason, expiresAt, clock.instant()) == 1;
    }

    /**
     * @return false when there is no such entry, or it was lifted before
     */
    boolean lift(long id, String operator) {
        return entries.lift(id, operator, clock.instant()) == 1;
    }

    private static boolean isInForce(BlacklistEntry entry, Instant now) {
        Instant expiresAt = entry.expiresAt();
        return expiresAt == null || expiresAt.isAfter(now);
    }
}
