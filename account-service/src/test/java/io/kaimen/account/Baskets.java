package io.kaimen.account;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.BasketSettled.Line;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Baskets for tests. */
public final class Baskets {

    private Baskets() {}

    /** An order number no other test has. */
    public static String orderNo() {
        return "S" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Each order its own shopper. */
    public static String shopperOf(String orderNo) {
        return "P" + orderNo.substring(1);
    }

    public static BasketSettled empty(String orderNo) {
        return of(orderNo, List.of());
    }

    /** Cola at 3.50 yuan each. */
    public static BasketSettled colas(String orderNo, int quantity) {
        Money price = Money.ofFen(350);
        return of(
                orderNo,
                List.of(
                        new Line(
                                1,
                                "COLA-330",
                                "可乐 330ml",
                                quantity,
                                price,
                                price.times(quantity))));
    }

    private static BasketSettled of(String orderNo, List<Line> lines) {
        Instant now = Instant.now();
        return new BasketSettled(
                orderNo,
                shopperOf(orderNo),
                Platform.WECHAT,
                "KM-0001",
                1,
                "SITE-1",
                "SH",
                "PARTNER-1",
                now.minusSeconds(30),
                now,
                lines,
                lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus),
                List.of(),
                List.of(),
                "test/1");
    }
}
