package io.kaimen.device.claim;

import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.device.CabinetStatus;
import io.kaimen.contracts.device.DoorClaimsApi.ClaimKind;
import io.kaimen.contracts.device.DoorClaimsApi.Outcome;
import io.kaimen.device.cabinet.Cabinet;
import io.kaimen.device.cabinet.Cabinets;
import io.kaimen.device.cabinet.Layout;
import io.kaimen.device.recovery.Generation;
import io.kaimen.device.shadow.CabinetShadow;
import io.kaimen.device.shadow.Shadows;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stands against claiming a door, besides another claim. */
@Component
class Obstacles {

    private static final Optional<Outcome> NOT_READY = Optional.of(Outcome.NOT_READY);

    private final Cabinets cabinets;
    private final Shadows shadows;
    private final ClaimMapper mapper;
    private final Generation generation;

    Obstacles(Cabinets cabinets, Shadows shadows, ClaimMapper mapper, Generation generation) {
        this.cabinets = cabinets;
        this.shadows = shadows;
        this.mapper = mapper;
        this.generation = generation;
    }

    /** The first of them; nothing when the door is fit. */
    Optional<Outcome> to(ClaimKind kind, String sn, int door) {
        Optional<Cabinet> cabinet = cabinets.find(sn);
        if (cabinet.isEmpty()) {
            return Optional.of(Outcome.UNKNOWN_CABINET);
        }
        Layout layout = cabinets.layout(sn);
        if (!layout.hasDoor(door)) {
            return Optional.of(Outcome.UNKNOWN_DOOR);
        }
        return kind == ClaimKind.CHANGE
                ? Optional.empty()
                : toOpening(cabinet.get(), layout, door, kind);
    }

    private Optional<Outcome> toOpening(Cabinet cabinet, Layout layout, int door, ClaimKind kind) {
        boolean sale = kind == ClaimKind.SALE;
        if (cabinet.status() == CabinetStatus.REGISTERED
                || cabinet.status() == CabinetStatus.PENDING_INIT) {
            return Optional.of(Outcome.NOT_READY);
        }
        if (!cabinet.isReachable()) {
            return Optional.of(Outcome.OFFLINE);
        }
        if (sale && cabinet.suspended()) {
            return Optional.of(Outcome.SUSPENDED);
        }
        CabinetShadow shadow = shadows.of(cabinet.sn());
        // After the look at the shadow: an empty one means nothing when Redis was just emptied.
        if (!generation.isReady()) {
            return Optional.of(Outcome.STARTING_UP_AGAIN);
        }
        Optional<Outcome> position = shadow.door(door).map(Obstacles::judge).orElse(NOT_READY);
        if (position.isPresent()) {
            return position;
        }
        boolean ready =
                !sale
                        || (mapper.sellsSomething(cabinet.sn(), door)
                                && shadow.weights(layout.lanesOf(door)).isPresent());
        return ready ? Optional.empty() : NOT_READY;
    }

    private static Optional<Outcome> judge(DoorPosition position) {
        return switch (position) {
            case CLOSED -> Optional.empty();
            case OPEN -> Optional.of(Outcome.DOOR_NOT_CLOSED);
            case FAULT -> Optional.of(Outcome.DOOR_FAULT);
        };
    }
}
