package io.kaimen.replenish;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.BasketSettled.Line;
import io.kaimen.contracts.device.PlanogramChanged;
import io.kaimen.contracts.device.PlanogramChanged.Slot;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Planograms and baskets for tests. */
public final class Goods {

    private Goods() {}

    /** A cabinet no other test has. */
    public static String sn() {
        return "KM-" + UUID.randomUUID();
    }

    /** A full lane holds 10 and is low at 3. */
    public static Slot slot(int lane, String sku) {
        return new Slot(lane, 1, sku, "name of " + sku, 10, 3);
    }

    public static PlanogramChanged planogram(String sn, long version, Slot... slots) {
        return new PlanogramChanged(sn, "WH-1", version, List.of(slots), Instant.now());
    }

    public static Line take(int lane, String sku, int quantity) {
        Money price = Money.ofFen(350);
        return new Line(lane, sku, "name of " + sku, quantity, price, price.times(quantity));
    }

    /** A basket of a new order. */
    public static BasketSettled basket(String sn, Line... lines) {
        Instant now = Instant.now();
        return new BasketSettled(
                UUID.randomUUID().toString(),
                "P-1",
                Platform.WECHAT,
                sn,
                1,
                "SITE-1",
                "SH",
                "PARTNER-1",
                now.minusSeconds(30),
                now,
                List.of(lines),
                List.of(lines).stream().map(Line::amount).reduce(Money.ZERO, Money::plus),
                List.of(),
                List.of(),
                "test/1");
    }
}
