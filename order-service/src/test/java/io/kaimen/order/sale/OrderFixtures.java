package io.kaimen.order.sale;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import java.time.Instant;

/** Orders for tests. */
final class OrderFixtures {

    static final Instant START = Instant.parse("2026-11-20T02:15:00Z");

    private OrderFixtures() {}

    static Instant at(int second) {
        return START.plusSeconds(second);
    }

    /** A new order's row. */
    static OrderRow row() {
        return placed().row();
    }

    static Order placed() {
        return Order.placed(
                "20261120101500000AAAAAAAAAAAA",
                new Scan("P1", Platform.WECHAT, "KM-0001", 1, "SITE-1 KM-0001", START),
                new Claim(7, "token"),
                START,
                at(60));
    }

    static Order authorised() {
        Order order = placed();
        order.authorising(at(1), at(61));
        order.authorised("confirmed", at(2), at(32));
        return order;
    }

    /** An order whose door was opened at second 4. */
    static Order opened() {
        Order order = authorised();
        order.doorOpening("commanded", at(3));
        order.doorOpened("reported", at(4));
        return order;
    }

    static Charge charge(long fen) {
        return new Charge(
                Money.ofFen(fen), Money.ofFen(fen), Money.ofFen(fen), fen == 0 ? null : "T1");
    }
}
