package io.kaimen.replenish.stock;

import io.kaimen.replenish.stock.LaneStock.Product;
import io.kaimen.replenish.stock.StockMapper.Supply;
import io.kaimen.service.page.Paged;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StockController {

    private final BookStock stock;
    private final CountStock countStock;

    StockController(BookStock stock, CountStock countStock) {
        this.stock = stock;
        this.countStock = countStock;
    }

    @GetMapping("/admin/stock/{sn}")
    CabinetView cabinet(@PathVariable("sn") String sn) {
        Supply supply = stock.supply(sn).orElseThrow(() -> new UnknownCabinet(sn));
        List<LaneView> lanes = stock.lanes(sn).stream().map(LaneView::of).toList();
        return new CabinetView(sn, supply.warehouse(), supply.planogramVersion(), lanes);
    }

    @PutMapping("/admin/stock/{sn}/lanes/{lane}")
    LaneView count(
            @PathVariable("sn") String sn,
            @PathVariable("lane") int lane,
            @Valid @RequestBody Count count,
            Principal caller) {
        return LaneView.of(
                countStock.count(sn, lane, count.units(), count.reason(), caller.getName()));
    }

    @GetMapping("/admin/stock/{sn}/lanes/{lane}/movements")
    Paged<Movement> movements(
            @PathVariable("sn") String sn,
            @PathVariable("lane") int lane,
            @RequestParam(defaultValue = "1") @Min(1) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Paged.MAX_SIZE) int size) {
        return stock.movements(sn, lane, page, size);
    }

    /** What was found in the lane. */
    record Count(
            @NotNull @Min(0) @Max(10_000) Integer units,
            @NotBlank @Size(max = 200) String reason) {}

    record CabinetView(
            String sn, @Nullable String warehouse, long planogramVersion, List<LaneView> lanes) {}

    /**
     * A lane's stock.
     *
     * @param flagged the book was below zero since the last count
     */
    record LaneView(
            int lane,
            int door,
            @Nullable String sku,
            @Nullable String productName,
            int units,
            int parLevel,
            int restockThreshold,
            boolean flagged,
            @Nullable Instant movedAt) {

        static LaneView of(LaneStock stock) {
            Product product = stock.product();
            return new LaneView(
                    stock.lane(),
                    stock.door(),
                    product == null ? null : product.sku(),
                    product == null ? null : product.name(),
                    stock.units(),
                    stock.parLevel(),
                    stock.restockThreshold(),
                    stock.flagged(),
                    stock.movedAt());
        }
    }
}
