package io.kaimen.sandbox.wechat.payscore.order;

import java.time.Instant;

/**
 * Who vouched for the order.
 *
 * @param openid the user
 * @param at when
 */
public record Confirmation(String openid, Instant at) {}
