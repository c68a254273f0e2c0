package io.kaimen.contracts.device;

import io.kaimen.contracts.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Asked by order-service several times a second while a shopper watches an open door. */
public interface LiveDoorsApi {

    /** What the scales behind an order's door say just now. Answers 404 without a door session. */
    @GetMapping("/internal/door-sessions/{orderNo}/live")
    LiveDoor live(@PathVariable("orderNo") String orderNo);

    /**
     * A door's lanes, as just read.
     *
     * @param readAt when the cabinet's readings came in; null when none came since the unlock
     * @param lanes those that sell something
     */
    record LiveDoor(@Nullable Instant readAt, List<LiveLane> lanes) {}

    /**
     * A lane's weight, and what it would mean if the door closed now: a hint that binds nobody.
     *
     * @param price of one unit, of the moment of opening
     * @param grams null when there is no reading since the unlock
     * @param stable the scale's own word on its reading
     * @param quantity units that seem to be gone
     * @param confidence how likely that number is, from 0 to 1
     */
    record LiveLane(
            int lane,
            String sku,
            String productName,
            @Nullable String photoUrl,
            Money price,
            double beforeGrams,
            @Nullable Double grams,
            boolean stable,
            int quantity,
            double confidence) {}
}
