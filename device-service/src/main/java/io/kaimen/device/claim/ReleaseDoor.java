package io.kaimen.device.claim;

import com.xxl.job.core.handler.annotation.XxlJob;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives back a claim whose door was never commanded to open. A claim with a door session ends with
 * the session only.
 */
@Component
public class ReleaseDoor {

    /** Far longer than a request can be on its way. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final DoorClaims claims;
    private final ClaimMapper mapper;
    private final Clock clock;

    ReleaseDoor(DoorClaims claims, ClaimMapper mapper, Clock clock) {
        this.claims = claims;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Forgets who gave up long ago, a batch at a time. */
    @XxlJob("forgetReleasedHolders")
    public void forget() {
        int forgotten;
        do {
            forgotten = mapper.forget(clock.instant().minus(REMEMBERED));
        } while (forgotten > 0);
    }

    /**
     * Has no effect when the holder has a session. A holder that has no claim (yet) will not get
     * one: its request may still be on its way, behind the lost answer that made it give up.
     */
    @Transactional
    public void release(String sn, int door, String holder) {
        if (!isHolders(sn, door, holder)) {
            claims.turnAway(holder);
        }
        end(sn, door, holder);
    }

    private boolean isHolders(String sn, int door, String holder) {
        return claims.find(sn, door).filter(claim -> claim.holder().equals(holder)).isPresent();
    }

    private void end(String sn, int door, String holder) {
        // A session is begun under the claim's lock, so it is either here by now or never.
        Optional<DoorClaim> claim = claims.lock(sn, door);
        if (claim.isPresent()
                && claim.get().holder().equals(holder)
                && !mapper.hasSession(holder)) {
            claims.end(sn, door, holder, claim.get().fence(), claim.get().lockToken());
        }
    }
}
