package io.kaimen.order.sale;

import io.kaimen.contracts.device.DoorClaimsApi.ReleaseClaim;
import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.order.OrderProperties;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at an authorised order of whose door nothing has been heard: our word that it is authorised
 * or device-service's answer is late or lost. Device-service is asked first; where it knows of no
 * door session, the claim is given back, after which none can begin, and the order is cancelled.
 * Opening a door this late would open it for nobody: the shopper was told of no open door.
 */
@Component
class WatchDoor {

    private static final Logger log = LoggerFactory.getLogger(WatchDoor.class);

    private final Doors doors;
    private final DoorClaims claims;
    private final FollowDoor followDoor;
    private final CancelOrder cancelOrder;
    private final OrderProperties properties;
    private final Clock clock;

    WatchDoor(
            Doors doors,
            DoorClaims claims,
            FollowDoor followDoor,
            CancelOrder cancelOrder,
            OrderProperties properties,
            Clock clock) {
        this.doors = doors;
        this.claims = claims;
        this.followDoor = followDoor;
        this.cancelOrder = cancelOrder;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Looks, if it is time.
     *
     * @throws feign.RetryableException when device-service or the platform's side did not answer
     */
    void look(Order order) {
        if (!order.missesItsDoor(clock.instant())) {
            return;
        }
        String orderNo = order.orderNo();
        List<DoorSessionMoved> told = doors.moves(orderNo);
        if (told.isEmpty()) {
            claims.release(new ReleaseClaim(order.sn(), order.door(), orderNo));
            // A session that began before the release is here by now.
            told = doors.moves(orderNo);
        }
        if (told.isEmpty()) {
            log.warn("order {}: its door was never commanded to open", orderNo);
            cancelOrder.unlessOpened(orderNo, CancelCause.DOOR_NEVER_OPENED);
            return;
        }
        followDoor.follow(orderNo, told, clock.instant().plus(properties.lookAgain()));
    }
}
