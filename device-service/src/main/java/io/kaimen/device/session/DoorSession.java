package io.kaimen.device.session;

import io.kaimen.contracts.Platform;
import io.kaimen.device.planogram.PricedLane;
import io.kaimen.device.shadow.Moment;
import io.kaimen.device.shadow.StableWeight;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens at a door for one order. Changed through its verbs only; each answers the session as
 * it is then, for {@link DoorSessions} to save.
 *
 * @param fence of the door's claim
 * @param commandId the open command; null when none was given
 * @param lanes products and prices of the moment of opening: what the shopper pays
 * @param baseline last stable weights before the unlock, of every lane behind the door
 * @param opened when it was seen opened; of an opening nobody saw, the moment of its close
 * @param cancelledAt when the order was cancelled while the door's fate was open
 */
record DoorSession(
        String orderNo,
        String shopperId,
        Platform platform,
        Place place,
        long fence,
        String lockToken,
        DoorSessionState state,
        Instant stateChangedAt,
        @Nullable String commandId,
        @Nullable Instant commandIssuedAt,
        List<PricedLane> lanes,
        List<StableWeight> baseline,
        @Nullable Moment opened,
        @Nullable Moment closed,
        @Nullable Instant cancelledAt) {

    /**
     * The door and whose place it is at.
     *
     * @param partner who owns the place
     */
    record Place(String sn, int door, String site, String region, String partner) {}

    String sn() {
        return place.sn();
    }

    int door() {
        return place.door();
    }

    /**
     * @throws io.kaimen.service.state.IllegalMove unless that state may follow
     */
    DoorSession moveTo(DoorSessionState to, Instant at) {
        return with(state.moveTo(to, orderNo), at, opened, closed, cancelledAt);
    }

    DoorSession opened(Moment moment, Instant at) {
        return with(
                state.moveTo(DoorSessionState.OPENED, orderNo), at, moment, closed, cancelledAt);
    }

    DoorSession closed(Moment moment, Instant at) {
        return with(
                state.moveTo(DoorSessionState.CLOSED, orderNo), at, opened, moment, cancelledAt);
    }

    /** The order was cancelled, which alone moves nothing at the door. */
    DoorSession cancelled(Instant at) {
        return with(state, stateChangedAt, opened, closed, at);
    }

    /** An opening that moves nothing any more, kept for whoever looks at it. */
    DoorSession openNoted(Moment moment) {
        return with(state, stateChangedAt, moment, closed, cancelledAt);
    }

    /** A close that moves nothing any more, kept for whoever looks at it. */
    DoorSession closeNoted(Moment moment) {
        return with(state, stateChangedAt, opened, moment, cancelledAt);
    }

    boolean is(DoorSessionState asked) {
        return state == asked;
    }

    boolean isCancelled() {
        return cancelledAt != null;
    }

    /** Whether its door was commanded only after that time. */
    boolean beganAfter(Instant time) {
        return commandIssuedAt != null && commandIssuedAt.isAfter(time);
    }

    /** Whether its door was commanded before that time: a later reading is of this session. */
    boolean beganBefore(Instant time) {
        return commandIssuedAt != null && commandIssuedAt.isBefore(time);
    }

    /** Closed, and only waiting for weights that came too late so far. */
    boolean waitsForLateWeights() {
        return state == DoorSessionState.ABNORMAL && closed != null && !isCancelled();
    }

    /** Closed after its order had been cancelled: an operator decides by what the weights say. */
    boolean waitsForEvidence() {
        return state == DoorSessionState.ABNORMAL && closed != null && isCancelled();
    }

    private DoorSession with(
            DoorSessionState newState,
            Instant changedAt,
            @Nullable Moment newOpened,
            @Nullable Moment newClosed,
            @Nullable Instant newCancelledAt) {
        return new DoorSession(
                orderNo,
                shopperId,
                platform,
                place,
                fence,
                lockToken,
                newState,
                changedAt,
                commandId,
                commandIssuedAt,
                lanes,
                baseline,
                newOpened,
                newClosed,
                newCancelledAt);
    }
}
