package io.kaimen.replenish.stock;

import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.BasketSettled.Line;
import io.kaimen.replenish.stock.LaneStock.Product;
import io.kaimen.replenish.stock.Movement.Cause;
import io.kaimen.replenish.stock.StockMapper.Supply;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what was sold off the book, once for each order and lane.
 *
 * <p>A basket may overtake its cabinet's planogram. It is booked all the same, into a lane made
 * from what the basket says of the product, below zero and flagged; the planogram adds par level
 * and threshold when it comes. Waiting for it by failing would hold back sales that have happened,
 * and end in the dead-letter list if it never came.
 */
@Component
class LowerStock {

    private static final Logger log = LoggerFactory.getLogger(LowerStock.class);
    private static final String ACCORDING_TO = "device-service";

    private final BookStock stock;
    private final ReportShortages reportShortages;
    private final Clock clock;

    LowerStock(BookStock stock, ReportShortages reportShortages, Clock clock) {
        this.stock = stock;
        this.reportShortages = reportShortages;
        this.clock = clock;
    }

    @Transactional
    public void lower(BasketSettled basket) {
        if (basket.lines().isEmpty()) {
            return;
        }
        Supply supply = stock.lock(basket.sn());
        Map<Integer, LaneStock> lanes =
                stock.lanesOfLocked(basket.sn()).stream()
                        .collect(Collectors.toMap(LaneStock::lane, Function.identity()));
        for (Sold sold : sold(basket)) {
            lanes.computeIfAbsent(sold.lane(), lane -> unplanned(basket, sold));
            lanes.computeIfPresent(sold.lane(), (lane, known) -> book(known, sold, basket));
        }
        reportShortages.of(basket.sn(), supply.warehouse(), basket.orderNo());
    }

    private LaneStock unplanned(BasketSettled basket, Sold sold) {
        log.warn(
                "order {} sold from lane {} of {}, which no planogram names here",
                basket.orderNo(),
                sold.lane(),
                basket.sn());
        LaneStock lane = LaneStock.of(basket.sn(), sold.lane(), basket.door(), sold.product());
        stock.add(lane);
        return lane;
    }

    private LaneStock book(LaneStock lane, Sold sold, BasketSettled basket) {
        if (!lane.sells(sold.product().sku())) {
            bookFormer(lane, sold, basket);
            return lane;
        }
        LaneStock lowered = lane.moved(-sold.units(), clock.instant());
        if (!stock.record(
                movement(
                        lane,
                        sold,
                        Cause.SOLD,
                        -sold.units(),
                        lowered.units(),
                        basket.orderNo()))) {
            return lane;
        }
        if (lowered.units() < 0) {
            log.warn(
                    "lane {} of {} is at {} units by the book",
                    lane.lane(),
                    lane.sn(),
                    lowered.units());
        }
        stock.save(lowered);
        return lowered;
    }

    /**
     * The sale of a product the lane no longer holds: the new planogram, which was told of first,
     * took out all that was booked, and that was too many by what is sold here.
     */
    private void bookFormer(LaneStock lane, Sold sold, BasketSettled basket) {
        int units = sold.units();
        if (stock.record(
                movement(lane, sold, Cause.SOLD, -units, lane.units(), basket.orderNo()))) {
            stock.record(
                    movement(
                            lane,
                            sold,
                            Cause.REMOVAL_CORRECTED,
                            units,
                            lane.units(),
                            "removal-corrected:" + basket.orderNo()));
        }
    }

    private Movement movement(
            LaneStock lane, Sold sold, Cause cause, int units, int after, String reference) {
        return new Movement(
                lane.sn(),
                lane.lane(),
                sold.product().sku(),
                cause,
                units,
                after,
                reference,
                null,
                ACCORDING_TO,
                clock.instant());
    }

    /** One for each lane and product, in the order of the lanes. */
    private static List<Sold> sold(BasketSettled basket) {
        Map<String, Sold> byLaneAndProduct =
                basket.lines().stream()
                        .collect(
                                Collectors.toMap(
                                        line -> line.lane() + "/" + line.sku(),
                                        Sold::of,
                                        Sold::plus));
        return byLaneAndProduct.values().stream()
                .sorted(Comparator.comparingInt(Sold::lane).thenComparing(s -> s.product().sku()))
                .toList();
    }

    private record Sold(int lane, Product product, int units) {

        static Sold of(Line line) {
            return new Sold(
                    line.lane(), new Product(line.sku(), line.productName()), line.quantity());
        }

        Sold plus(Sold other) {
            return new Sold(lane, product, units + other.units);
        }
    }
}
