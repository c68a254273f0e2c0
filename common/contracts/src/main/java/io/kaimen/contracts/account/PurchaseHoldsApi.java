package io.kaimen.contracts.account;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Holds that allow one running purchase per shopper. */
public interface PurchaseHoldsApi {

    /**
     * Places the shopper's one hold; a branch of the caller's global transaction. Freed by
     * account-service when the order is charged, has nothing due, or is cancelled.
     */
    @PostMapping("/internal/purchase-holds")
    HoldAnswer place(@RequestBody PlaceHold request);

    /** Whose purchase. */
    record PlaceHold(String shopperId, String orderNo) {}

    /**
     * The hold, or which order has it.
     *
     * @param runningOrderNo the order that holds the shopper already; null when placed
     */
    record HoldAnswer(boolean placed, @Nullable String runningOrderNo) {}
}
