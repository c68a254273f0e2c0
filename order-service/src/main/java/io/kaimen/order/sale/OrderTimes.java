package io.kaimen.order.sale;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an order reached what; null for what it has not.
 *
 * @param scannedAt when the shopper's tap arrived
 * @param doorCommandedAt when the open command went out
 * @param basketAt when the basket was worked out
 * @param chargedAt when the money's result was known
 */
public record OrderTimes(
        Instant createdAt,
        Instant scannedAt,
        @Nullable Instant authorisedAt,
        @Nullable Instant doorCommandedAt,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant basketAt,
        @Nullable Instant chargedAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant abnormalAt) {}
