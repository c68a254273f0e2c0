package io.kaimen.contracts.account;

import io.kaimen.contracts.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the money of an order stands.
 *
 * @param due basket less discounts
 * @param captured collected by the platform
 * @param transactionId the platform's; null when nothing was due or collected
 */
public record OrderCharged(
        String orderNo,
        String shopperId,
        Result result,
        Money basket,
        Money due,
        Money captured,
        @Nullable String transactionId,
        Instant at) {

    /** How the charge ended. */
    public enum Result {
        PAID,
        NOTHING_DUE,
        /** Refused for now; the platform may go on trying. */
        FAILED
    }
}
