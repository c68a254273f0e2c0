package io.kaimen.device.claim;

import io.kaimen.contracts.device.DoorClaimsApi.ClaimAnswer;
import io.kaimen.contracts.device.DoorClaimsApi.ClaimKind;
import io.kaimen.contracts.device.DoorClaimsApi.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Claims a door for one holder, when the door is fit for what it is wanted for. */
@Component
class TakeDoor {

    private final Obstacles obstacles;
    private final DoorClaims claims;
    private final TokenLock locks;
    private final TransactionTemplate transaction;

    TakeDoor(
            Obstacles obstacles,
            DoorClaims claims,
            TokenLock locks,
            TransactionTemplate transaction) {
        this.obstacles = obstacles;
        this.claims = claims;
        this.locks = locks;
        this.transaction = transaction;
    }

    ClaimAnswer claim(String sn, int door, ClaimKind kind, String holder) {
        Optional<DoorClaim> living = claims.find(sn, door);
        if (living.isPresent()) {
            return answer(living.get(), holder);
        }
        Optional<Outcome> unfit = obstacles.to(kind, sn, door);
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
}
