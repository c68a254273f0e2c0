package io.kaimen.contracts.order;

import io.kaimen.contracts.Platform;
import java.time.Instant;

/**
 * The platform vouches for the shopper: open the door.
 *
 * @param holder of the door's claim; the order number
 * @param fence the claim's fence
 */
public record OrderAuthorised(
        String orderNo,
        String shopperId,
        Platform platform,
        String sn,
        int door,
        long fence,
        Instant authorisedAt) {}
