package io.kaimen.device.claim;

import com.xxl.job.core.handler.annotation.XxlJob;
import io.kaimen.device.recovery.RebuildStep;
import io.kaimen.device.recovery.Rebuilding;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the Redis lock of every living claim, and rebuilds those that are lost with Redis. Must run
 * a few times within a lease.
 */
@Component
@Order(1)
class RenewDoorLocks implements RebuildStep {

    private static final Logger log = LoggerFactory.getLogger(RenewDoorLocks.class);
    private static final int BATCH = 500;

    private final DoorClaims claims;
    private final TokenLock locks;

    RenewDoorLocks(DoorClaims claims, TokenLock locks) {
        this.claims = claims;
        this.locks = locks;
    }

    /** The scheduled round over all claims. */
    @XxlJob("renewDoorLocks")
    public void renew() {
        List<DoorClaim> batch = claims.after("", 0, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(this::renew);
            DoorClaim last = batch.getLast();
            batch = claims.after(last.sn(), last.door(), BATCH);
        }
    }

    @Override
    public void rebuild(Rebuilding rebuilding) {
        renew();
    }

    private void renew(DoorClaim claim) {
        TokenLock.Renewal renewal = locks.renew(claim.sn(), claim.door(), claim.lockToken());
        if (renewal == TokenLock.Renewal.REBUILT) {
            log.info("rebuilt the lock of {} door {}", claim.sn(), claim.door());
            releaseUnlessLiving(claim);
        } else if (renewal == TokenLock.Renewal.HELD_BY_ANOTHER) {
            // Taken while this one was lost; the claim's row refuses that holder, who lets go.
            log.warn("the lock of {} door {} is another's", claim.sn(), claim.door());
        }
    }

    /** The claim may have ended since it was read; its lock must not come back then. */
    private void releaseUnlessLiving(DoorClaim claim) {
        boolean living =
                claims.find(claim.sn(), claim.door())
                        .filter(c -> c.fence() == claim.fence())
                        .isPresent();
        if (!living) {
            locks.release(claim.sn(), claim.door(), claim.lockToken());
        }
    }
}
