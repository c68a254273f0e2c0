package io.kaimen.account.settlement;

import io.kaimen.account.settlement.Sale.Place;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import java.time.Instant;

/** Sales for tests. */
final class Sales {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Sales() {}

    static Sale ofFen(String orderNo, long fen) {
        return of(orderNo, Due.of(Money.ofFen(fen)));
    }

    static Sale of(String orderNo, Due due) {
        return new Sale(
                orderNo,
                "shopper-1",
                Platform.WECHAT,
                new Place("KM-1", 1, "site", "region", "partner"),
                due,
                NOON.minusSeconds(40),
                NOON.minusSeconds(10),
                NOON);
    }
}
