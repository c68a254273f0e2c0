package io.kaimen.order.door;

import feign.FeignException;
import io.kaimen.contracts.device.DoorOffersApi.DoorOffer;
import io.kaimen.service.problem.RemoteProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where doors are, in words for shoppers. */
@Component
public class Places {

    private static final Logger log = LoggerFactory.getLogger(Places.class);

    /** Characters an order has room for. */
    private static final int LONGEST = 160;

    private final DoorOffers offers;

    Places(DoorOffers offers) {
        this.offers = offers;
    }

    /**
     * Site and cabinet; the serial number where nobody answers, since no order fails for a name.
     */
    public String of(String sn, int door) {
        try {
            DoorOffer offer = offers.offer(sn, door);
            String place = offer.site() + " " + offer.cabinetName();
            return place.substring(0, Math.min(place.length(), LONGEST));
        } catch (FeignException | RemoteProblem e) {
            log.warn("no name for {}: {}", sn, e.toString());
            return sn;
        }
    }
}
