package io.kaimen.replenish.stock;

import io.kaimen.contracts.device.PlanogramChanged;
import io.kaimen.contracts.device.PlanogramChanged.Slot;
import io.kaimen.replenish.stock.LaneStock.Product;
import io.kaimen.replenish.stock.Movement.Cause;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Learns what a cabinet's lanes sell from now on. */
@Component
class TakePlanogram {

    private static final Logger log = LoggerFactory.getLogger(TakePlanogram.class);
    private static final String DEVICE_SERVICE = "device-service";

    private final BookStock stock;
    private final ReportShortages reportShortages;
    private final Clock clock;

    TakePlanogram(BookStock stock, ReportShortages reportShortages, Clock clock) {
        this.stock = stock;
        this.reportShortages = reportShortages;
        this.clock = clock;
    }

    /** Takes a planogram; one that is not newer than the known one changes nothing. */
    @Transactional
    public void take(PlanogramChanged planogram) {
        String sn = planogram.sn();
        stock.lock(sn);
        if (!stock.raiseVersion(sn, planogram.warehouse(), planogram.version())) {
            log.debug("planogram {} of {} is not news", planogram.version(), sn);
            return;
        }
        Map<Integer, LaneStock> lanes =
                stock.lanesOfLocked(sn).stream()
                        .collect(Collectors.toMap(LaneStock::lane, Function.identity()));
        for (Slot slot : planogram.slots()) {
            plan(lanes.remove(slot.lane()), slot, planogram);
        }
        lanes.values().forEach(left -> vacate(left, planogram));
        reportShortages.of(sn, planogram.warehouse(), null);
    }

    private void plan(@Nullable LaneStock known, Slot slot, PlanogramChanged planogram) {
        if (known == null) {
            stock.add(LaneStock.of(planogram.sn(), slot, planogram.version()));
            return;
        }
        if (!known.sells(slot.sku())) {
            removeGoods(known, planogram);
        }
        stock.save(known.planned(slot, planogram.version()));
    }

    private void vacate(LaneStock left, PlanogramChanged planogram) {
        removeGoods(left, planogram);
        stock.save(left.vacated(planogram.version()));
    }

    /** The lane's former product goes out with the planogram, whatever was booked of it. */
    private void removeGoods(LaneStock lane, PlanogramChanged planogram) {
        Product former = lane.product();
        if (former == null || lane.units() == 0) {
            return;
        }
        stock.record(
                new Movement(
                        lane.sn(),
                        lane.lane(),
                        former.sku(),
                        Cause.REMOVED,
                        -lane.units(),
                        0,
                        "planogram:" + planogram.sn() + ":" + planogram.version(),
                        null,
                        DEVICE_SERVICE,
                        clock.instant()));
    }
}
