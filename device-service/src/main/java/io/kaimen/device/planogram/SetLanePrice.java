package io.kaimen.device.planogram;

import io.kaimen.device.audit.Audit;
import io.kaimen.device.cabinet.Cabinets;
import io.kaimen.device.cabinet.Layout;
import io.kaimen.device.catalog.Catalog;
import io.kaimen.device.catalog.NotInCatalog;
import io.kaimen.device.claim.ChangeDoors;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sets a product's price in one lane, while nobody has the door in front of it. */
@Component
class SetLanePrice {

    private final Cabinets cabinets;
    private final Catalog catalog;
    private final PlanogramMapper mapper;
    private final ChangeDoors changeDoors;
    private final Audit audit;
    private final Clock clock;

    SetLanePrice(
            Cabinets cabinets,
            Catalog catalog,
            PlanogramMapper mapper,
            ChangeDoors changeDoors,
            Audit audit,
            Clock clock) {
        this.cabinets = cabinets;
        this.catalog = catalog;
        this.mapper = mapper;
        this.changeDoors = changeDoors;
        this.audit = audit;
        this.clock = clock;
    }

    void set(String sn, int lane, String sku, long priceFen, String who) {
        cabinets.get(sn);
        Layout layout = cabinets.layout(sn);
        if (!layout.hasLane(lane)) {
            throw NotInCatalog.notFound("lane", sn + "/" + lane);
        }
        if (catalog.product(sku).isEmpty()) {
            throw NotInCatalog.notFound("product", sku);
        }
        changeDoors.change(
                sn,
                List.of(layout.doorOf(lane)),
                () -> {
                    Long before = mapper.lanePrice(sn, lane, sku);
                    mapper.setLanePrice(sn, lane, sku, priceFen, clock.instant());
                    String subject = "cabinet " + sn + " lane " + lane + " product " + sku;
                    audit.record(who, "set-price", subject, before, priceFen);
                    return priceFen;
                });
    }
}
