package io.kaimen.account.hold;

import io.kaimen.contracts.account.PurchaseHoldsApi.HoldAnswer;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The holds. Two unique keys decide every race: the order number (placing against ending the same
 * purchase) and the running shopper (two purchases of one shopper).
 */
@Repository
public class PurchaseHolds {

    private final PurchaseMapper mapper;
    private final Clock clock;

    PurchaseHolds(PurchaseMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Places the shopper's hold for an order, once.
     *
     * @return empty when what was in the way has gone meanwhile: try again, in a new transaction
     * @throws PurchaseOver when the order has ended already
     */
    @Transactional
    Optional<HoldAnswer> place(String shopperId, String orderNo) {
        var row = new PurchaseRow();
        row.orderNo = orderNo;
        row.shopperId = shopperId;
        row.runningShopperId = shopperId;
        row.placedAt = clock.instant();
        try {
            mapper.insert(row);
            return Optional.of(new HoldAnswer(true, null));
        } catch (DuplicateKeyException inTheWay) {
            PurchaseRow sameOrder = mapper.selectById(orderNo);
            return sameOrder == null
                    ? heldBy(mapper.runningOrderOf(shopperId))
                    : Optional.of(repeat(sameOrder, shopperId));
        }
    }

    private static Optional<HoldAnswer> heldBy(@Nullable String runningOrderNo) {
        return runningOrderNo == null
                ? Optional.empty()
                : Optional.of(new HoldAnswer(false, runningOrderNo));
    }

    private static HoldAnswer repeat(PurchaseRow placed, String shopperId) {
        if (placed.runningShopperId == null || !placed.shopperId.equals(shopperId)) {
            throw new PurchaseOver(placed.orderNo);
        }
        return new HoldAnswer(true, null);
    }

    /**
     * Ends the purchase and frees its shopper, once; part of the caller's transaction. Leaves a row
     * also for an order never seen, so that a hold still on its way does not stay for ever.
     *
     * @param cause recorded with it
     */
    @Transactional
    public void free(String orderNo, String shopperId, String cause) {
        if (mapper.free(orderNo, clock.instant(), cause) == 1) {
            return;
        }
        if (mapper.selectById(orderNo) != null) {
            // Freed before; or the hold came just now, after the update found none.
            mapper.free(orderNo, clock.instant(), cause);
            return;
        }
        try {
            mapper.insert(over(orderNo, shopperId, cause));
        } catch (DuplicateKeyException placedMeanwhile) {
            mapper.free(orderNo, clock.instant(), cause);
        }
    }

    private PurchaseRow over(String orderNo, String shopperId, String cause) {
        var row = new PurchaseRow();
        row.orderNo = orderNo;
        row.shopperId = shopperId;
        row.freedAt = clock.instant();
        row.freedBy = cause;
        return row;
    }
}
