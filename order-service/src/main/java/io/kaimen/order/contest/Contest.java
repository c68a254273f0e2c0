package io.kaimen.order.contest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One contested line, as its row says.
 *
 * @param quantity units sold by the line
 * @param amountFen of the line
 * @param text the shopper's own words
 * @param refundFen what is to be returned; null unless accepted
 */
record Contest(
        String id,
        String orderNo,
        String shopperId,
        int lane,
        String sku,
        String productName,
        int quantity,
        long amountFen,
        String text,
        ContestStatus status,
        @Nullable Long refundFen,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * A move, with whoever made it.
     *
     * @param actor the operator's name, or {@code shopper}
     * @param cause for people; the operator's words to the shopper when it was decided
     */
    record Step(ContestStatus to, String actor, String cause, Instant at) {}
}
