package io.kaimen.order.sale;

import org.jspecify.annotations.Nullable;

/**
 * An order's money in fen; null for what is not known yet.
 *
 * @param dueFen basket less discounts
 * @param paidFen collected by the platform
 * @param transactionId the platform's; null when nothing was collected
 */
public record OrderAmounts(
        @Nullable Long basketFen,
        @Nullable Long dueFen,
        @Nullable Long paidFen,
        @Nullable String transactionId) {}
