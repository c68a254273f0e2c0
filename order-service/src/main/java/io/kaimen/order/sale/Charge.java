package io.kaimen.order.sale;

import io.kaimen.contracts.Money;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a charge.
 *
 * @param due basket less discounts
 * @param captured collected by the platform
 */
record Charge(Money basket, Money due, Money captured, @Nullable String transactionId) {}
