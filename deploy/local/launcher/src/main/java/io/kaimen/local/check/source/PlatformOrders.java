package io.kaimen.local.check.source;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders as the payment platform tells them. */
public interface PlatformOrders {

    /**
     * An order there.
     *
     * @param orderNo ours
     * @param state CREATED, DOING, DONE, REVOKED or EXPIRED
     * @param totalFen what it was completed with; null before
     * @param paidFen what was collected
     * @param transactionId the platform's number of the collection; null when there was none
     */
    record PlatformOrder(
            String orderNo,
            String state,
            @Nullable Long totalFen,
            long paidFen,
            @Nullable String transactionId) {}

    /**
     * The order of that number, if there is one.
     *
     * @throws Unreachable when the platform does not answer
     */
    Optional<PlatformOrder> find(String orderNo);

    /** An order that is there, and since when. */
    record Listed(String orderNo, Instant createdAt) {}

    /**
     * All orders there.
     *
     * @throws Unreachable when the platform does not answer
     */
    List<Listed> all();
}
