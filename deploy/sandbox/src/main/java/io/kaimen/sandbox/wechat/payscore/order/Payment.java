package io.kaimen.sandbox.wechat.payscore.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a completed order was paid.
 *
 * @param channel who collected
 * @param amount in fen
 * @param paidAt when
 * @param transactionId WeChat's 28-digit number; null when the merchant collected
 */
public record Payment(
        Channel channel, long amount, Instant paidAt, @Nullable String transactionId) {

    /** Who collected. */
    public enum Channel {
        /** Pay Score. */
        NEWTON,
        /** The merchant, elsewhere. */
        MCH
    }
}
