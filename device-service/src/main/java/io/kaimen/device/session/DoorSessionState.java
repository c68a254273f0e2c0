package io.kaimen.device.session;

import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.service.state.IllegalMove;
import java.util.Optional;
import java.util.Set;

/** Where a door session stands. */
enum DoorSessionState {
    /** The baseline is remembered and the open command is out. */
    OPENING,
    OPENED,
    /** Waiting for stable weights newer than the close. */
    CLOSED,
    /** The basket is booked and the door is free. */
    SETTLED,
    /** Nothing was taken and the door is free; only late evidence of an opening leads on. */
    NOT_OPENED,
    /** Nobody can tell by itself; the claim stays until new evidence or an operator ends it. */
    ABNORMAL;

    private Set<DoorSessionState> next() {
        return switch (this) {
            case OPENING -> Set.of(OPENED, NOT_OPENED, ABNORMAL);
            case OPENED -> Set.of(CLOSED, ABNORMAL);
            case CLOSED -> Set.of(SETTLED, ABNORMAL);
            case ABNORMAL -> Set.of(OPENED, CLOSED, NOT_OPENED);
            case NOT_OPENED -> Set.of(ABNORMAL);
            case SETTLED -> Set.of();
        };
    }

    /**
     * @throws IllegalMove unless that state may follow
     */
    DoorSessionState moveTo(DoorSessionState to, String orderNo) {
        if (!next().contains(to)) {
            throw new IllegalMove("Door session " + orderNo, this, to);
        }
        return to;
    }

    /** How order-service learns of it; of a settled one it learns by the basket. */
    Optional<DoorSessionMoved.State> announced() {
        return switch (this) {
            case OPENING -> Optional.of(DoorSessionMoved.State.OPENING);
            case OPENED -> Optional.of(DoorSessionMoved.State.OPENED);
            case CLOSED -> Optional.of(DoorSessionMoved.State.CLOSED);
            case NOT_OPENED -> Optional.of(DoorSessionMoved.State.NOT_OPENED);
            case ABNORMAL -> Optional.of(DoorSessionMoved.State.ABNORMAL);
            case SETTLED -> Optional.empty();
        };
    }
}
