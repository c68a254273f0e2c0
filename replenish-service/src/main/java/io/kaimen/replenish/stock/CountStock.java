package io.kaimen.replenish.stock;

import io.kaimen.replenish.stock.LaneStock.Product;
import io.kaimen.replenish.stock.Movement.Cause;
import io.kaimen.replenish.stock.StockMapper.Supply;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An operator counted a lane: the book is set to what was found, by a movement. */
@Component
class CountStock {

    private final BookStock stock;
    private final ReportShortages reportShortages;
    private final Clock clock;

    CountStock(BookStock stock, ReportShortages reportShortages, Clock clock) {
        this.stock = stock;
        this.reportShortages = reportShortages;
        this.clock = clock;
    }

    /**
     * Sets a lane's units. A count that confirms the book is recorded too.
     *
     * @throws UnknownLane when no planogram gives the lane anything to sell
     */
    @Transactional
    public LaneStock count(String sn, int lane, int units, String reason, String operator) {
        Supply supply = stock.lockKnown(sn).orElseThrow(() -> new UnknownLane(sn, lane));
        LaneStock known =
                stock.lanesOfLocked(sn).stream()
                        .filter(l -> l.lane() == lane)
                        .findFirst()
                        .orElseThrow(() -> new UnknownLane(sn, lane));
        Product product = known.product();
        if (product == null) {
            throw new UnknownLane(sn, lane);
        }
        Instant now = clock.instant();
        LaneStock counted = known.counted(units, now);
        stock.record(
                new Movement(
                        sn,
                        lane,
                        product.sku(),
                        Cause.COUNTED,
                        units - known.units(),
                        units,
                        "count:" + UUID.randomUUID(),
                        reason,
                        operator,
                        now));
        stock.save(counted);
        reportShortages.of(sn, supply.warehouse(), null);
        return counted;
    }
}
