package io.kaimen.contracts.order;

import java.time.Instant;

/** The order ended without a sale. Whoever holds something for it lets go. */
public record OrderCancelled(
        String orderNo,
        String shopperId,
        String sn,
        int door,
        String reason,
        Instant cancelledAt) {}
