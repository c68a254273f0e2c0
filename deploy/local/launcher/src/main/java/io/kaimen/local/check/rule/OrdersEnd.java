package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import io.kaimen.local.check.source.Row;
import java.time.Duration;
import java.util.List;

/**
 * An order ends cancelled, or settled and paid or with nothing due. One whose payment was refused
 * has an end too: its shopper owes it.
 */
final class OrdersEnd implements Rule {

    private static final String SQL =
            """
            select order_no, status, door_status, payment_status, updated_at
            from orders.orders
            where status <> 'CANCELLED'
                and (status <> 'SETTLED' or payment_status in ('UNPAID', 'CAPTURING'))
            """;

    @Override
    public String name() {
        return "orders-end";
    }

    @Override
    public String says() {
        return "every order ended: cancelled, or settled with its payment decided";
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        return evidence.tables().rows(SQL).stream()
                .map(row ->
                        Finding.staying(
                                "orders.orders",
                                row.text("order_no"),
                                "order %s, door %s, payment %s"
                                        .formatted(
                                                row.text("status"),
                                                row.text("door_status"),
                                                row.text("payment_status")),
                                row.timeOrNull("updated_at"),
                                patience(row),
                                evidence.now()))
                .toList();
    }

    private static Duration patience(Row row) {
        return switch (row.text("status")) {
            case "PRE_AUTHORISED", "AUTHORISING" -> Patience.AUTHORISE;
            case "AUTHORISED" -> Patience.OPENING.plus(Patience.SWEEP);
            case "OPENED" -> Patience.OPEN.plus(Patience.MESSAGE);
            case "CLOSED" -> Patience.WEIGHTS.plus(Patience.MESSAGE);
            case "SETTLED" -> Patience.CAPTURE;
            default -> Duration.ZERO;
        };
    }
}
