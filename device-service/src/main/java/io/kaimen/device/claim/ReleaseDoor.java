package io.kaimen.device.claim;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives back a claim whose door was never commanded to open. A claim with a door session ends with
 * the session only.
 */
@Component
public class ReleaseDoor {

    private final DoorClaims claims;
    private final ClaimMapper mapper;

    ReleaseDoor(DoorClaims claims, ClaimMapper mapper) {
        this.claims = claims;
        this.mapper = mapper;
    }

    /** Has no effect when the holder has no claim on the door, or a session. */
    @Transactional
    public void release(String sn, int door, String holder) {
        // A session is begun under the claim's lock, so it is either here by now or never.
        Optional<DoorClaim> claim = claims.lock(sn, door);
        if (claim.isPresent()
                && claim.get().holder().equals(holder)
                && !mapper.hasSession(holder)) {
            claims.end(sn, door, holder, claim.get().fence(), claim.get().lockToken());
        }
    }
}
