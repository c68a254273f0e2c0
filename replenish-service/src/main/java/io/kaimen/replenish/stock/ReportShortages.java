package io.kaimen.replenish.stock;

import io.kaimen.contracts.replenish.RestockTaskOpened.Shortage;
import io.kaimen.replenish.stock.LaneStock.Product;
import io.kaimen.replenish.task.OpenRestockTask;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for low lanes after stock has changed. */
@Component
class ReportShortages {

    private final BookStock stock;
    private final OpenRestockTask openRestockTask;

    ReportShortages(BookStock stock, OpenRestockTask openRestockTask) {
        this.stock = stock;
        this.openRestockTask = openRestockTask;
    }

    /**
     * Sees to a restock task for a locked cabinet's low lanes.
     *
     * @param warehouse null while no planogram is known; then nobody knows thresholds either, and
     *     the planogram's arrival looks again
     * @param orderNo whose sale lowered the stock; null when none did
     */
    void of(String sn, @Nullable String warehouse, @Nullable String orderNo) {
        if (warehouse == null) {
            return;
        }
        List<Shortage> shortages =
                stock.lanesOfLocked(sn).stream()
                        .filter(LaneStock::isLow)
                        .flatMap(ReportShortages::shortage)
                        .toList();
        openRestockTask.forShortages(sn, warehouse, shortages, orderNo);
    }

    private static Stream<Shortage> shortage(LaneStock low) {
        Product product = low.product();
        return product == null
                ? Stream.empty()
                : Stream.of(
                        new Shortage(
                                low.lane(),
                                product.sku(),
                                product.name(),
                                low.units(),
                                low.parLevel()));
    }
}
