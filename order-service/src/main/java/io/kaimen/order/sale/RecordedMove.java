package io.kaimen.order.sale;

import java.time.Instant;

/**
 * A change of one of an order's states, with when it became known here.
 *
 * @param at when it happened, by server time
 * @param recordedAt when the order followed; later when a message was late
 */
public record RecordedMove(
        Machine machine, String from, String to, String cause, Instant at, Instant recordedAt) {}
