package io.kaimen.device.claim;

import io.kaimen.contracts.device.DoorClaimsApi.ClaimKind;
import java.time.Instant;

/**
 * A door in use.
 *
 * @param holder the order, task or operator action number it is for
 * @param fence higher than that of every earlier claim of this door
 * @param lockToken the value of the Redis lock in front of it
 */
public record DoorClaim(
        String sn,
        int door,
        ClaimKind kind,
        String holder,
        long fence,
        String lockToken,
        Instant claimedAt) {}
