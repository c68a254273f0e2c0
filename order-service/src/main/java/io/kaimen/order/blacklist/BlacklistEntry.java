package io.kaimen.order.blacklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a shopper may not buy, and until when.
 *
 * @param expiresAt null for until lifted
 * @param createdBy the operator
 * @param liftedAt null while it has not been lifted
 */
record BlacklistEntry(
        long id,
        String shopperId,
        String reason,
        @Nullable Instant expiresAt,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String liftedBy,
        @Nullable Instant liftedAt) {}
