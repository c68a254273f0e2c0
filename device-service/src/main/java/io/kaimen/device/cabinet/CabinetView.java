package io.kaimen.device.cabinet;

import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.device.CabinetStatus;
import io.kaimen.device.cabinet.Cabinet.CredentialState;
import io.kaimen.device.cabinet.CabinetMapper.LaneRow;
import io.kaimen.device.shadow.CabinetShadow;
import io.kaimen.device.shadow.StableWeight;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cabinet as operators see it.
 *
 * @param route null while nobody holds its connection
 * @param doors with what was last heard of them; only in the detail, empty in lists
 */
record CabinetView(
        String sn,
        String name,
        String site,
        String warehouse,
        CabinetStatus status,
        Instant statusChangedAt,
        boolean suspended,
        @Nullable String suspensionReason,
        CredentialState credential,
        long planogramVersion,
        @Nullable String firmware,
        @Nullable Instant reportedAt,
        @Nullable Route route,
        List<Door> doors) {

    /** Which comm-service instance holds the cabinet. */
    record Route(String instance, long epoch) {}

    /**
     * A door.
     *
     * @param position null while unknown
     */
    record Door(int door, @Nullable DoorPosition position, List<Lane> lanes) {}

    /**
     * A lane.
     *
     * @param sku null while it sells nothing
     * @param grams the last stable weight; null while there is none
     */
    record Lane(
            int lane, @Nullable String sku, @Nullable Double grams, @Nullable Instant weighedAt) {}

    static CabinetView of(Cabinet cabinet, List<Door> doors) {
        String instance = cabinet.routeInstance();
        return new CabinetView(
                cabinet.sn(),
                cabinet.name(),
                cabinet.site(),
                cabinet.warehouse(),
                cabinet.status(),
                cabinet.statusChangedAt(),
                cabinet.suspended(),
                cabinet.suspensionReason(),
                cabinet.credentialState(),
                cabinet.planogramVersion(),
                cabinet.firmware(),
                cabinet.reportedAt(),
                instance == null ? null : new Route(instance, cabinet.routeEpoch()),
                doors);
    }

    static Door door(int number, List<LaneRow> lanes, CabinetShadow shadow) {
        return new Door(
                number,
                shadow.door(number).orElse(null),
                lanes.stream()
                        .filter(lane -> lane.door() == number)
                        .map(lane -> lane(lane, shadow))
                        .toList());
    }

    private static Lane lane(LaneRow row, CabinetShadow shadow) {
        StableWeight weight = shadow.weight(row.lane()).orElse(null);
        return new Lane(
                row.lane(),
                row.sku(),
                weight == null ? null : weight.grams(),
                weight == null ? null : weight.at().receivedAt());
    }
}
