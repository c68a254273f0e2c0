package io.kaimen.device.shadow;

import io.kaimen.contracts.comm.DoorPosition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A cabinet as last heard of; everything in it may be missing.
 *
 * @param doors positions by door number
 * @param weights last stable readings by lane number
 */
public record CabinetShadow(Map<Integer, DoorPosition> doors, Map<Integer, StableWeight> weights) {

    public Optional<DoorPosition> door(int door) {
        return Optional.ofNullable(doors.get(door));
    }

    public Optional<StableWeight> weight(int lane) {
        return Optional.ofNullable(weights.get(lane));
    }

    /** The last stable readings of all these lanes; nothing when one of them has none. */
    public Optional<List<StableWeight>> weights(Collection<Integer> lanes) {
        List<StableWeight> found =
                lanes.stream().map(weights::get).filter(Objects::nonNull).toList();
        return found.size() == lanes.size() ? Optional.of(found) : Optional.empty();
    }
}
