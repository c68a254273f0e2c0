package io.kaimen.device.claim;

import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.device.CabinetStatus;
import io.kaimen.contracts.device.DoorClaimsApi.ClaimAnswer;
import io.kaimen.contracts.device.DoorClaimsApi.ClaimKind;
import io.kaimen.contracts.device.DoorClaimsApi.Outcome;
import io.kaimen.device.cabinet.Cabinet;
import io.kaimen.device.cabinet.Cabinets;
import io.kaimen.device.cabinet.Layout;
import io.kaimen.device.shadow.CabinetShadow;
import io.kaimen.device.shadow.Shadows;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims a door for one holder, when the door is fit for what it is wanted for. */
@Component
class TakeDoor {

    private final Cabinets cabinets;
    private final Shadows shadows;
    private final DoorClaims claims;
    private final ClaimMapper mapper;
    private final TokenLock locks;
    private final TransactionTemplate transaction;

    TakeDoor(
            Cabinets cabinets,
            Shadows shadows,
            DoorClaims claims,
            ClaimMapper mapper,
            TokenLock locks,
            TransactionTemplate transaction) {
        this.cabinets = cabinets;
        this.shadows = shadows;
        this.claims = claims;
        this.mapper = mapper;
        this.locks = locks;
        this.transaction = transaction;
    }

    ClaimAnswer claim(String sn, int door, ClaimKind kind, String holder) {
        Optional<DoorClaim> living = claims.find(sn, door);
        if (living.isPresent()) {
            return answer(living.get(), holder);
        }
        Optional<Outcome> unfit = whatIsAgainst(sn, door, kind);
        if (unfit.isPresent()) {
            return refused(unfit.get());
        }
        String token = locks.take(sn, door, holder);
        return token == null
                ? answer(claims.find(sn, door).orElse(null), holder)
                : claimUnderLock(sn, door, kind, holder, token);
    }

    /** The lock is taken, but only the database says whose door it is. */
    private ClaimAnswer claimUnderLock(
            String sn, int door, ClaimKind kind, String holder, String token) {
        DoorClaim claim;
        try {
            claim = transaction.execute(status -> claims.add(sn, door, kind, holder, token));
        } catch (DuplicateKeyException taken) {
            claim = claims.find(sn, door).orElse(null);
        } catch (HolderReleased late) {
            claim = null;
        } catch (RuntimeException failed) {
            locks.release(sn, door, token);
            throw failed;
        }
        if (claim == null || !claim.lockToken().equals(token)) {
            locks.release(sn, door, token);
        }
        return answer(claim, holder);
    }

    private static ClaimAnswer answer(@Nullable DoorClaim claim, String holder) {
        return claim != null && claim.holder().equals(holder)
                ? new ClaimAnswer(Outcome.CLAIMED, claim.fence(), claim.lockToken())
                : refused(Outcome.DOOR_IN_USE);
    }

    private static ClaimAnswer refused(Outcome outcome) {
        return new ClaimAnswer(outcome, 0, null);
    }

    private Optional<Outcome> whatIsAgainst(String sn, int door, ClaimKind kind) {
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
                : whatIsAgainstOpening(cabinet.get(), layout, door, kind);
    }

    private Optional<Outcome> whatIsAgainstOpening(
            Cabinet cabinet, Layout layout, int door, ClaimKind kind) {
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
        Optional<Outcome> position = shadow.door(door).map(TakeDoor::judge).orElse(NOT_READY);
        if (position.isPresent()) {
            return position;
        }
        boolean ready =
                !sale
                        || (mapper.sellsSomething(cabinet.sn(), door)
                                && shadow.weights(layout.lanesOf(door)).isPresent());
        return ready ? Optional.empty() : NOT_READY;
    }

    private static final Optional<Outcome> NOT_READY = Optional.of(Outcome.NOT_READY);

    private static Optional<Outcome> judge(DoorPosition position) {
        return switch (position) {
            case CLOSED -> Optional.empty();
            case OPEN -> Optional.of(Outcome.DOOR_NOT_CLOSED);
            case FAULT -> Optional.of(Outcome.DOOR_FAULT);
        };
    }
}
