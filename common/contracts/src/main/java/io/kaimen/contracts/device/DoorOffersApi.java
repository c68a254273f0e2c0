package io.kaimen.contracts.device;

import io.kaimen.contracts.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is inside a door, for shoppers before they authorise. */
public interface DoorOffersApi {

    /** The door's products at today's prices. Answers 404 for an unknown cabinet or door. */
    @GetMapping("/internal/cabinets/{sn}/doors/{door}/offer")
    DoorOffer offer(@PathVariable("sn") String sn, @PathVariable("door") int door);

    /**
     * A door and what it sells.
     *
     * @param available whether a shopper could open it now
     */
    record DoorOffer(
            String sn,
            int door,
            String cabinetName,
            String site,
            boolean available,
            List<LaneOffer> lanes) {}

    /**
     * One lane's product.
     *
     * @param unitsLeft by the last stable weight; null when not known
     */
    record LaneOffer(
            int lane,
            String sku,
            String productName,
            @Nullable String photoUrl,
            Money price,
            @Nullable Integer unitsLeft) {}
}
