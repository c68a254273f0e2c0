package io.kaimen.device.claim;

import io.kaimen.contracts.device.DoorClaimsApi.ClaimKind;
import io.kaimen.device.AfterCommit;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The living claims, at most one a door. */
@Component
public class DoorClaims {

    private final ClaimMapper mapper;
    private final TokenLock locks;
    private final AfterCommit afterCommit;
    private final Clock clock;

    DoorClaims(ClaimMapper mapper, TokenLock locks, AfterCommit afterCommit, Clock clock) {
        this.mapper = mapper;
        this.locks = locks;
        this.afterCommit = afterCommit;
        this.clock = clock;
    }

    public Optional<DoorClaim> find(String sn, int door) {
        return mapper.find(sn, door);
    }

    /** Reads a claim and keeps it from ending until the transaction does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<DoorClaim> lock(String sn, int door) {
        return mapper.lock(sn, door);
    }

    /**
     * Makes a claim with the door's next fence; the fence's row makes rivals wait for each other.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the door is claimed
     * @throws HolderReleased when the holder has given up meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    DoorClaim add(String sn, int door, ClaimKind kind, String holder, String token) {
        mapper.raiseFence(sn, door);
        long fence = mapper.fence(sn, door);
        mapper.insert(sn, door, kind, holder, fence, token, clock.instant());
        // After the insert: a release that does not find the claim is found here.
        if (mapper.isReleased(holder)) {
            throw new HolderReleased(holder);
        }
        return new DoorClaim(sn, door, kind, holder, fence, token, clock.instant());
    }

    /**
     * Ends a claim, and after the commit its lock.
     *
     * @return false when that very claim is not there any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(String sn, int door, String holder, long fence, String lockToken) {
        boolean ended = mapper.delete(sn, door, holder, fence) == 1;
        afterCommit.run(
                "lock of " + sn + " door " + door, () -> locks.release(sn, door, lockToken));
        return ended;
    }

    /** From now on the holder gets no claim. */
    @Transactional(propagation = Propagation.MANDATORY)
    void turnAway(String holder) {
        mapper.remember(holder, clock.instant());
    }

    List<DoorClaim> after(String sn, int door, int limit) {
        return mapper.after(sn, door, limit);
    }
}
