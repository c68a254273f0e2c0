package io.kaimen.local.buy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a purchase went; as JSON the answer of {@code deploy/buy --json}. Money in fen, times in UTC.
 *
 * @param message what the shopper is told, in plain words
 * @param transactionId the platform's; null when nothing was collected
 * @param states every change of the three states
 * @param timings in milliseconds; null where it did not get so far
 * @param ok SETTLED and PAID
 */
record PurchaseResult(
        String orderNo,
        String cabinet,
        int door,
        String shopper,
        String orderStatus,
        String doorStatus,
        String paymentStatus,
        String message,
        List<Item> items,
        @Nullable Long totalFen,
        @Nullable Long dueFen,
        @Nullable Long paidFen,
        @Nullable String transactionId,
        List<Change> states,
        List<LaneWeights> lanes,
        Timings timings,
        boolean ok) {

    /** Something taken. */
    record Item(
            int lane, String sku, String name, int quantity, long unitPriceFen, long amountFen) {}

    /** One change of one of the three states. */
    record Change(String machine, String from, String to, Instant at, String cause) {}

    /** A lane's weights before the unlock and after the close. */
    record LaneWeights(int lane, double beforeGrams, double afterGrams) {}

    /** From the shopper's tap on. */
    record Timings(
            @Nullable Long scanToAuthorisedMs,
            @Nullable Long scanToCommandMs,
            @Nullable Long commandToOpenMs,
            @Nullable Long scanToOpenMs,
            @Nullable Long closeToBasketMs,
            @Nullable Long closeToChargedMs,
            @Nullable Long scanToChargedMs) {}

    /** Whether there was nothing to pay for. */
    boolean nothingDue() {
        return orderStatus.equals("SETTLED") && paymentStatus.equals("NOTHING_DUE");
    }
}
