package io.kaimen.device.offer;

import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.device.DoorOffersApi;
import io.kaimen.device.basket.Units;
import io.kaimen.device.cabinet.Cabinet;
import io.kaimen.device.cabinet.Cabinets;
import io.kaimen.device.cabinet.Layout;
import io.kaimen.device.catalog.Catalog;
import io.kaimen.device.catalog.Site;
import io.kaimen.device.claim.DoorClaims;
import io.kaimen.device.planogram.Planograms;
import io.kaimen.device.planogram.PricedLane;
import io.kaimen.device.shadow.CabinetShadow;
import io.kaimen.device.shadow.Shadows;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** Shows a door's products at today's prices. */
@RestController
class DoorOffersController implements DoorOffersApi {

    private final Cabinets cabinets;
    private final Catalog catalog;
    private final Planograms planograms;
    private final DoorClaims claims;
    private final Shadows shadows;

    DoorOffersController(
            Cabinets cabinets,
            Catalog catalog,
            Planograms planograms,
            DoorClaims claims,
            Shadows shadows) {
        this.cabinets = cabinets;
        this.catalog = catalog;
        this.planograms = planograms;
        this.claims = claims;
        this.shadows = shadows;
    }

    @Override
    public DoorOffer offer(String sn, int door) {
        Cabinet cabinet = cabinets.get(sn);
        Layout layout = cabinets.layout(sn);
        if (!layout.hasDoor(door)) {
            throw new UnknownDoor(sn, door);
        }
        CabinetShadow shadow = shadows.of(sn);
        List<LaneOffer> lanes =
                planograms.pricedLanes(sn, door).stream().map(l -> offer(l, shadow)).toList();
        boolean available =
                cabinet.isReachable()
                        && !cabinet.suspended()
                        && !lanes.isEmpty()
                        && shadow.door(door).filter(DoorPosition.CLOSED::equals).isPresent()
                        && shadow.weights(layout.lanesOf(door)).isPresent()
                        && claims.find(sn, door).isEmpty();
        String site = catalog.site(cabinet.site()).map(Site::name).orElse(cabinet.site());
        return new DoorOffer(sn, door, cabinet.name(), site, available, lanes);
    }

    private static LaneOffer offer(PricedLane lane, CabinetShadow shadow) {
        Integer left =
                shadow.weight(lane.lane())
                        .map(weight -> Units.nearest(weight.grams(), lane.unitGrams()).count())
                        .orElse(null);
        return new LaneOffer(
                lane.lane(), lane.sku(), lane.productName(), lane.photoUrl(), lane.price(), left);
    }
}
