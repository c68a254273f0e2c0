package io.kaimen.account.settlement;

import io.kaimen.contracts.Platform;
import java.time.Instant;

/** What was sold, to whom and where; never changes. */
public record Sale(
        String orderNo,
        String shopperId,
        Platform platform,
        Place place,
        Due due,
        Instant openedAt,
        Instant closedAt,
        Instant settledAt) {

    /** Where it was sold. */
    public record Place(String sn, int door, String site, String region, String partner) {}
}
