package io.kaimen.local.chaos;

import io.kaimen.local.check.source.JdbcTables;
import io.kaimen.local.check.source.Row;
import io.kaimen.local.instance.Instance;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An order as the order database has it in the end.
 *
 * @param createdAt in UTC
 * @param goods units by lane that it charges for
 */
record FinalOrder(
        String orderNo,
        String status,
        String payment,
        Instant createdAt,
        Map<Integer, Integer> goods) {

    /** How it ended. */
    enum End {
        PAID,
        NOTHING_DUE,
        CANCELLED,
        ABNORMAL,
        UNFINISHED
    }

    private static final String ORDERS =
            "select order_no, status, payment_status, created_at from orders.orders where sn in (%s)";
    private static final String LINES =
            "select order_no, lane, sum(quantity) as quantity from orders.order_line where sn in (%s)"
                    + " group by order_no, lane";

    /** All orders that were ever made at these cabinets. */
    static List<FinalOrder> at(Instance instance, List<String> sns) {
        var list = "'" + String.join("','", sns) + "'";
        try (var tables = JdbcTables.open(instance)) {
            var goods = new HashMap<String, Map<Integer, Integer>>();
            for (var line : tables.rows(LINES.formatted(list))) {
                goods.computeIfAbsent(line.text("order_no"), any -> new HashMap<>())
                        .put(
                                Integer.valueOf(line.text("lane")),
                                Integer.valueOf(line.text("quantity")));
            }
            return tables.rows(ORDERS.formatted(list)).stream()
                    .map(row -> of(row, goods.getOrDefault(row.text("order_no"), Map.of())))
                    .toList();
        }
    }

    private static FinalOrder of(Row row, Map<Integer, Integer> goods) {
        return new FinalOrder(
                row.text("order_no"),
                row.text("status"),
                row.text("payment_status"),
                Objects.requireNonNull(row.timeOrNull("created_at")),
                goods);
    }

    End end() {
        return switch (status) {
            case "CANCELLED" -> End.CANCELLED;
            case "ABNORMAL" -> End.ABNORMAL;
            case "SETTLED" ->
                    switch (payment) {
                        case "PAID" -> End.PAID;
                        case "NOTHING_DUE" -> End.NOTHING_DUE;
                        default -> End.UNFINISHED;
                    };
            default -> End.UNFINISHED;
        };
    }

    boolean hasEnded() {
        return end() != End.UNFINISHED && end() != End.ABNORMAL;
    }
}
