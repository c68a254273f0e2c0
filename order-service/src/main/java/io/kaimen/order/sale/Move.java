package io.kaimen.order.sale;

import java.time.Instant;

/**
 * One change of one of an order's states.
 *
 * @param cause for people
 * @param at when it happened, by server time; not when it was recorded
 */
public record Move(Machine machine, String from, String to, String cause, Instant at) {}
