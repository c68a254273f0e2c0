package io.kaimen.order.live;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.device.LiveDoorsApi.LiveDoor;
import io.kaimen.contracts.device.LiveDoorsApi.LiveLane;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the scales behind the open door say, for the shopper.
 *
 * @param available false when the readings cannot be had at the moment; the purchase goes on
 * @param readAt when the cabinet's readings came in; null when none came since the unlock
 * @param totalFen of what seems to be gone: a hint, not the bill
 */
public record LiveScales(
        boolean available, @Nullable Instant readAt, long totalFen, List<Lane> lanes) {

    static final LiveScales UNAVAILABLE = new LiveScales(false, null, 0, List.of());

    /**
     * A lane's product and weight.
     *
     * @param grams null when there is no reading since the unlock
     * @param stable whether the scale has come to rest
     * @param quantity units that seem to be gone
     * @param confidence how likely that number is, from 0 to 1
     */
    public record Lane(
            int lane,
            String sku,
            String productName,
            @Nullable String photoUrl,
            long unitPriceFen,
            double beforeGrams,
            @Nullable Double grams,
            boolean stable,
            int quantity,
            double confidence) {

        static Lane of(LiveLane lane) {
            return new Lane(
                    lane.lane(),
                    lane.sku(),
                    lane.productName(),
                    lane.photoUrl(),
                    lane.price().fen(),
                    lane.beforeGrams(),
                    lane.grams(),
                    lane.stable(),
                    lane.quantity(),
                    lane.confidence());
        }
    }

    static LiveScales of(LiveDoor door) {
        Money total =
                door.lanes().stream()
                        .map(lane -> lane.price().times(lane.quantity()))
                        .reduce(Money.ZERO, Money::plus);
        return new LiveScales(
                true, door.readAt(), total.fen(), door.lanes().stream().map(Lane::of).toList());
    }
}
