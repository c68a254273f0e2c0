package io.kaimen.order.sale;

import org.jspecify.annotations.Nullable;

/**
 * The claim under which an order's door may be opened.
 *
 * @param fence rises with every claim of the door
 * @param lockToken of the lock in front of the claim
 */
public record Claim(long fence, @Nullable String lockToken) {}
