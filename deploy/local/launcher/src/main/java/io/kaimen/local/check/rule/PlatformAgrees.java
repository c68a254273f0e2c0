package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import io.kaimen.local.check.source.PlatformOrders.PlatformOrder;
import io.kaimen.local.check.source.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The platform has every order of ours in the state and with the amount that we have, and none that
 * we have not.
 */
final class PlatformAgrees implements Rule {

    private static final String PLATFORM = "platform";
    private static final String NOT_THERE = "is not there";

    private static final String SQL =
            """
            select order_no, status, payment_status, paid_fen, transaction_id, updated_at
            from orders.orders
            """;

    @Override
    public String name() {
        return "platform-agrees";
    }

    @Override
    public String says() {
        return "the payment platform has the same orders, in the same state, with the same amounts";
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        var findings = new ArrayList<Finding>();
        var ours = new HashSet<String>();
        for (var row : evidence.tables().rows(SQL)) {
            var orderNo = row.text("order_no");
            ours.add(orderNo);
            contradiction(row, evidence.platform().find(orderNo))
                    .map(what -> finding(orderNo, what, row.timeOrNull("updated_at"), evidence))
                    .ifPresent(findings::add);
        }
        // Those made since the tables were read are young.
        for (var there : evidence.platform().all()) {
            if (!ours.contains(there.orderNo())) {
                var what = "there is no such order here";
                findings.add(finding(there.orderNo(), what, there.createdAt(), evidence));
            }
        }
        return findings;
    }

    private static Finding finding(
            String orderNo, String what, @Nullable Instant since, Evidence evidence) {
        return Finding.staying(PLATFORM, orderNo, what, since, Patience.MESSAGE, evidence.now());
    }

    /** What does not fit, if anything. */
    static Optional<String> contradiction(Row row, Optional<PlatformOrder> there) {
        var state = there.map(PlatformOrder::state).orElse(NOT_THERE);
        boolean fits =
                switch (row.text("status")) {
                    case "PRE_AUTHORISED", "AUTHORISING" -> true;
                    case "AUTHORISED", "OPENED", "CLOSED" -> state.equals("DOING");
                    case "CANCELLED" ->
                            state.equals("REVOKED")
                                    || state.equals("EXPIRED")
                                    || state.equals(NOT_THERE);
                    case "SETTLED" -> settledFits(row, state, there);
                    // Nothing is decided yet, so nothing may be collected.
                    default -> there.map(PlatformOrder::paidFen).orElse(0L) == 0;
                };
        return fits
                ? Optional.empty()
                : Optional.of("%s here, %s there".formatted(ours(row), theirs(state, there)));
    }

    private static boolean settledFits(Row row, String state, Optional<PlatformOrder> there) {
        return switch (row.text("payment_status")) {
            case "NOTHING_DUE" ->
                    state.equals("REVOKED")
                            || state.equals("DONE")
                                    && there.filter(order -> order.paidFen() == 0).isPresent();
            case "PAID", "PARTLY_REFUNDED", "REFUNDED" ->
                    state.equals("DONE")
                            && there.filter(order -> sameCharge(row, order)).isPresent();
            // Under way, or refused: not paid there either, or we have not heard of it yet.
            default -> state.equals("DOING");
        };
    }

    private static boolean sameCharge(Row row, PlatformOrder there) {
        var paid = row.numberOrNull("paid_fen");
        return Objects.equals(paid, there.paidFen())
                && Objects.equals(paid, there.totalFen())
                && Objects.equals(row.textOrNull("transaction_id"), there.transactionId());
    }

    private static String ours(Row row) {
        return row.text("status")
                + " and "
                + row.text("payment_status")
                + amounts(row.numberOrNull("paid_fen"), row.textOrNull("transaction_id"));
    }

    private static String theirs(String state, Optional<PlatformOrder> there) {
        return there.map(order -> state + amounts(order.paidFen(), order.transactionId()))
                .orElse(state);
    }

    private static String amounts(@Nullable Long paidFen, @Nullable String transactionId) {
        return transactionId == null ? "" : " (%s fen as %s)".formatted(paidFen, transactionId);
    }
}
