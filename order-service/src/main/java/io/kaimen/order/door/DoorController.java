package io.kaimen.order.door;

import feign.FeignException;
import io.kaimen.contracts.device.DoorOffersApi.DoorOffer;
import io.kaimen.contracts.device.DoorOffersApi.LaneOffer;
import io.kaimen.order.Words;
import io.kaimen.service.problem.Problem;
import io.kaimen.service.problem.RemoteProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is inside a door, for anybody who scans it. */
@RestController
class DoorController {

    private final DoorOffers offers;
    private final Words words;

    DoorController(DoorOffers offers, Words words) {
        this.offers = offers;
        this.words = words;
    }

    /**
     * A door.
     *
     * @param available whether a shopper could open it now
     */
    record ShopperDoor(
            String sn,
            int door,
            String cabinetName,
            String site,
            boolean available,
            List<ShopperLane> lanes) {

        static ShopperDoor of(DoorOffer offer) {
            return new ShopperDoor(
                    offer.sn(),
                    offer.door(),
                    offer.cabinetName(),
                    offer.site(),
                    offer.available(),
                    offer.lanes().stream().map(ShopperLane::of).toList());
        }
    }

    /**
     * A lane's product.
     *
     * @param unitsLeft null when not known
     * @param soldOut false when not known
     */
    record ShopperLane(
            int lane,
            String sku,
            String productName,
            @Nullable String photoUrl,
            long priceFen,
            @Nullable Integer unitsLeft,
            boolean soldOut) {

        static ShopperLane of(LaneOffer lane) {
            Integer left = lane.unitsLeft();
            return new ShopperLane(
                    lane.lane(),
                    lane.sku(),
                    lane.productName(),
                    lane.photoUrl(),
                    lane.price().fen(),
                    left,
                    left != null && left <= 0);
        }
    }

    /** No such door, or nobody who knows. */
    static final class NoDoor extends Problem {

        private static final long serialVersionUID = 1;

        NoDoor(HttpStatus status, String code, String message) {
            super(status, code, message);
        }
    }

    @GetMapping("/shopper/doors/{sn}/{door}")
    ShopperDoor door(@PathVariable String sn, @PathVariable int door) {
        try {
            return ShopperDoor.of(offers.offer(sn, door));
        } catch (RemoteProblem e) {
            if (e.status() == HttpStatus.NOT_FOUND) {
                throw new NoDoor(e.status(), e.code(), words.say("refusal.unknown-door"));
            }
            throw unreachable();
        } catch (FeignException e) {
            throw unreachable();
        }
    }

    private NoDoor unreachable() {
        return new NoDoor(
                HttpStatus.SERVICE_UNAVAILABLE,
                "cabinet-unreachable",
                words.say("refusal.cabinet-unreachable"));
    }
}
