package io.kaimen.device.session;

import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.device.cabinet.Cabinet;
import io.kaimen.device.cabinet.Cabinets;
import io.kaimen.device.catalog.Catalog;
import io.kaimen.device.catalog.Site;
import io.kaimen.device.command.Commands;
import io.kaimen.device.planogram.Planograms;
import io.kaimen.device.planogram.PricedLane;
import io.kaimen.device.recovery.Generation;
import io.kaimen.device.session.DoorSession.Place;
import io.kaimen.device.shadow.CabinetShadow;
import io.kaimen.device.shadow.Shadows;
import io.kaimen.device.shadow.StableWeight;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what a session must remember before its door is unlocked. */
@Component
class DoorAtOpening {

    private final Cabinets cabinets;
    private final Catalog catalog;
    private final Planograms planograms;
    private final Shadows shadows;
    private final Generation generation;

    DoorAtOpening(
            Cabinets cabinets,
            Catalog catalog,
            Planograms planograms,
            Shadows shadows,
            Generation generation) {
        this.cabinets = cabinets;
        this.catalog = catalog;
        this.planograms = planograms;
        this.shadows = shadows;
        this.generation = generation;
    }

    /** Whether a door can be opened for a sale now. */
    sealed interface Door {}

    /** It can. */
    record Ready(
            Place place, Commands.Route route, List<PricedLane> lanes, List<StableWeight> baseline)
            implements Door {}

    /** It cannot. */
    record Unfit(Place place, String reason) implements Door {}

    /**
     * @throws RedisNotRebuilt while nobody knows how doors stand; the message comes again
     */
    Door read(String sn, int door) {
        Cabinet cabinet = cabinets.get(sn);
        Place place = place(cabinet, door);
        CabinetShadow shadow = shadows.of(sn);
        // After the look at the shadow: an empty one means nothing when Redis was just emptied.
        if (!generation.isReady()) {
            throw new RedisNotRebuilt(sn, door);
        }
        if (!cabinet.isReachable()) {
            return new Unfit(place, "the cabinet went offline before the door was commanded");
        }
        if (shadow.door(door).filter(DoorPosition.CLOSED::equals).isEmpty()) {
            return new Unfit(place, "the door was not closed when it should have been commanded");
        }
        Optional<List<StableWeight>> baseline = shadow.weights(cabinets.layout(sn).lanesOf(door));
        return baseline.isPresent()
                ? new Ready(
                        place,
                        cabinet.route().orElseThrow(),
                        planograms.pricedLanes(sn, door),
                        baseline.get())
                : new Unfit(place, "a lane has no stable weight");
    }

    /** Site, region and partner are kept as they are now: they share in this very sale. */
    private Place place(Cabinet cabinet, int door) {
        Site site = catalog.site(cabinet.site()).orElseThrow();
        return new Place(cabinet.sn(), door, site.code(), site.region(), site.partner());
    }
}
