package io.kaimen.contracts.channel;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import java.time.Instant;

/**
 * The platform told us, verified, what became of a collection.
 *
 * @param transactionId the platform's
 */
public record PaymentCaptured(
        String orderNo, Platform platform, Money total, String transactionId, Instant paidAt) {}
