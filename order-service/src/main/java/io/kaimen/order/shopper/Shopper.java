package io.kaimen.order.shopper;

import io.kaimen.contracts.Platform;
import java.time.Instant;

/**
 * A person who buys, as one platform knows them.
 *
 * @param openid at that platform
 */
public record Shopper(String id, Platform platform, String openid, Instant createdAt) {

    /** Without the openid, which belongs in no log. */
    @Override
    public String toString() {
        return "Shopper " + id;
    }
}
