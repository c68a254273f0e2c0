package io.kaimen.contracts.channel;

import io.kaimen.contracts.Platform;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The platform told us, verified, whether the shopper authorised.
 *
 * @param openid the shopper's at the platform, when it told
 */
public record AuthorisationAnswered(
        String orderNo, Platform platform, Outcome outcome, @Nullable String openid, Instant at) {

    /** What it told. */
    public enum Outcome {
        AUTHORISED,
        CANCELLED
    }
}
