package io.kaimen.replenish.stock;

import io.kaimen.replenish.stock.LaneStock.Product;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code lane_stock}; its key has two columns, which MyBatis-Plus cannot map. */
@SuppressWarnings("NullAway.Init")
class LaneStockRow {

    String sn;
    int lane;
    int door;
    @Nullable String sku;
    @Nullable String productName;
    int units;
    int parLevel;
    int restockThreshold;
    long planogramVersion;
    boolean flagged;
    @Nullable Instant movedAt;
    Instant updatedAt;

    static LaneStockRow of(LaneStock stock, Instant updatedAt) {
        var row = new LaneStockRow();
        row.sn = stock.sn();
        row.lane = stock.lane();
        row.door = stock.door();
        Product product = stock.product();
        if (product != null) {
            row.sku = product.sku();
            row.productName = product.name();
        }
        row.units = stock.units();
        row.parLevel = stock.parLevel();
        row.restockThreshold = stock.restockThreshold();
        row.planogramVersion = stock.planogramVersion();
        row.flagged = stock.flagged();
        row.movedAt = stock.movedAt();
        row.updatedAt = updatedAt;
        return row;
    }

    LaneStock stock() {
        Product product = sku == null || productName == null ? null : new Product(sku, productName);
        return new LaneStock(
                sn,
                lane,
                door,
                product,
                units,
                parLevel,
                restockThreshold,
                planogramVersion,
                flagged,
                movedAt);
    }
}
