package io.kaimen.channel.authorisation;

import java.util.Set;

/** How far an authorisation is, as far as we were told. */
public enum AuthorisationStatus {
    /** Asked; the platform's answer is not known. */
    REQUESTED,
    /** The platform waits for the shopper. */
    CREATED,
    /** The platform does not vouch. */
    REFUSED,
    /** The shopper confirmed. */
    AUTHORISED,
    /** Ended without a charge. */
    ENDED;

    /** Where it may go from here. */
    public Set<AuthorisationStatus> next() {
        return switch (this) {
            case REQUESTED -> Set.of(CREATED, REFUSED, AUTHORISED, ENDED);
            case CREATED -> Set.of(AUTHORISED, ENDED);
            case AUTHORISED -> Set.of(ENDED);
            // A request that overtook its cancellation: only the platform, asked, can say so.
            case ENDED -> Set.of(AUTHORISED);
            case REFUSED -> Set.of();
        };
    }
}
