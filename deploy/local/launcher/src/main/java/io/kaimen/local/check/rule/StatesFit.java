package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import io.kaimen.local.check.source.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The states that four services keep of one purchase fit each other. The tables below are the legal
 * combinations once all messages have arrived; {@code -} stands for a row that is not there.
 */
final class StatesFit implements Rule {

    private static final String NONE = "-";

    /** By the order's own state: what it knows of its door. */
    private static final Map<String, Set<String>> DOOR =
            Map.of(
                    "PRE_AUTHORISED", Set.of("NOT_OPENED"),
                    "AUTHORISING", Set.of("NOT_OPENED"),
                    // FAULT: it did not open, and the order is about to be cancelled.
                    "AUTHORISED", Set.of("NOT_OPENED", "OPENING", "FAULT"),
                    "OPENED", Set.of("OPENED"),
                    "CLOSED", Set.of("CLOSED"),
                    "SETTLED", Set.of("CLOSED"),
                    "CANCELLED", Set.of("NOT_OPENED", "FAULT"),
                    "ABNORMAL", Set.of("NOT_OPENED", "OPENING", "OPENED", "CLOSED", "FAULT"));

    /** By the order's own state: how its money stands. */
    private static final Map<String, Set<String>> PAYMENT =
            Map.of(
                    "PRE_AUTHORISED", Set.of("UNPAID"),
                    "AUTHORISING", Set.of("UNPAID"),
                    "AUTHORISED", Set.of("UNPAID"),
                    "OPENED", Set.of("UNPAID"),
                    "CLOSED", Set.of("UNPAID"),
                    // UNPAID: nothing was taken, and the authorisation is about to end.
                    "SETTLED",
                            Set.of(
                                    "UNPAID",
                                    "CAPTURING",
                                    "PAID",
                                    "NOTHING_DUE",
                                    "FAILED",
                                    "PARTLY_REFUNDED",
                                    "REFUNDED"),
                    "CANCELLED", Set.of("UNPAID"),
                    "ABNORMAL", Set.of("UNPAID"));

    /** By the order's state: device-service's session at the door. */
    private static final Map<String, Set<String>> SESSION =
            Map.of(
                    "PRE_AUTHORISED", Set.of(NONE),
                    "AUTHORISING", Set.of(NONE),
                    "AUTHORISED", Set.of(NONE, "OPENING", "NOT_OPENED"),
                    "OPENED", Set.of("OPENED"),
                    "CLOSED", Set.of("CLOSED"),
                    "SETTLED", Set.of("SETTLED"),
                    "CANCELLED", Set.of(NONE, "NOT_OPENED"),
                    "ABNORMAL", Set.of("ABNORMAL"));

    /** By the order's state: channel-service's authorisation. */
    private static final Map<String, Set<String>> AUTHORISATION =
            Map.of(
                    "PRE_AUTHORISED", Set.of(NONE, "REQUESTED", "CREATED", "REFUSED"),
                    "AUTHORISING", Set.of("REQUESTED", "CREATED", "AUTHORISED"),
                    "AUTHORISED", Set.of("AUTHORISED", "ENDED"),
                    "OPENED", Set.of("AUTHORISED"),
                    "CLOSED", Set.of("AUTHORISED"),
                    "SETTLED", Set.of("AUTHORISED", "ENDED"),
                    "CANCELLED", Set.of(NONE, "REQUESTED", "REFUSED", "ENDED"),
                    "ABNORMAL", Set.of("AUTHORISED", "ENDED"));

    /** By the order's payment: account-service's settlement. */
    private static final Map<String, Set<String>> SETTLEMENT =
            Map.of(
                    // Nothing was taken, and the authorisation is about to end.
                    "UNPAID", Set.of(NONE, "PENDING", "CAPTURING"),
                    "CAPTURING", Set.of("PENDING", "CAPTURING"),
                    "PAID", Set.of("PAID"),
                    "NOTHING_DUE", Set.of("NOTHING_DUE"),
                    "FAILED", Set.of("FAILED"),
                    "PARTLY_REFUNDED", Set.of("PAID"),
                    "REFUNDED", Set.of("PAID"));

    /** By the settlement's state: channel-service's capture. */
    private static final Map<String, Set<String>> CAPTURE =
            Map.of(
                    NONE,
                    Set.of(NONE),
                    "PENDING",
                    Set.of(NONE, "REQUESTED"),
                    "CAPTURING",
                    Set.of(NONE, "REQUESTED", "CAPTURING", "REFUSED"),
                    "PAID",
                    Set.of("PAID"),
                    "NOTHING_DUE",
                    Set.of(NONE),
                    "FAILED",
                    Set.of(NONE, "REQUESTED", "CAPTURING", "REFUSED"));

    private static final String ORDERS =
            """
            select o.order_no, o.status, o.door_status, o.payment_status,
                d.state session_state, s.status settlement_status, a.status authorisation_status,
                c.status capture_status,
                o.updated_at order_at, d.state_changed_at session_at, s.updated_at settlement_at,
                a.updated_at authorisation_at, c.updated_at capture_at
            from orders.orders o
            left join device.door_session d on d.order_no = o.order_no
            left join account.settlement s on s.order_no = o.order_no
            left join channel.authorisation a on a.order_no = o.order_no
            left join channel.capture c on c.order_no = o.order_no
            """;

    private static final String WITHOUT_ORDER =
            """
            select 'device.door_session' place, d.order_no item, 'there is no such order' problem,
                d.state_changed_at since
            from device.door_session d
            left join orders.orders o on o.order_no = d.order_no
            where o.order_no is null
            union all
            select 'channel.authorisation', a.order_no, 'there is no such order', a.updated_at
            from channel.authorisation a
            left join orders.orders o on o.order_no = a.order_no
            where o.order_no is null
            """;

    @Override
    public String name() {
        return "states-fit";
    }

    @Override
    public String says() {
        return "order, door, payment, session, authorisation, settlement and capture fit each other";
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        var findings = new ArrayList<Finding>();
        for (var row : evidence.tables().rows(ORDERS)) {
            var contradictions = contradictions(row);
            if (!contradictions.isEmpty()) {
                findings.add(
                        Finding.staying(
                                "orders.orders",
                                row.text("order_no"),
                                String.join("; ", contradictions),
                                lastMove(row),
                                Patience.MESSAGE,
                                evidence.now()));
            }
        }
        findings.addAll(Findings.of(evidence, WITHOUT_ORDER, Patience.MESSAGE));
        return findings;
    }

    private static List<String> contradictions(Row row) {
        var order = row.text("status");
        var payment = row.text("payment_status");
        var settlement = state(row, "settlement_status");
        return Stream.of(
                        fits(DOOR, "order", order, "door", row.text("door_status")),
                        fits(PAYMENT, "order", order, "payment", payment),
                        fits(SESSION, "order", order, "session", state(row, "session_state")),
                        fits(
                                AUTHORISATION,
                                "order",
                                order,
                                "authorisation",
                                state(row, "authorisation_status")),
                        fits(SETTLEMENT, "payment", payment, "settlement", settlement),
                        fits(
                                CAPTURE,
                                "settlement",
                                settlement,
                                "capture",
                                state(row, "capture_status")))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> fits(
            Map<String, Set<String>> legal, String one, String state, String other, String and) {
        return legal.getOrDefault(state, Set.of()).contains(and)
                ? List.of()
                : List.of("%s %s with %s %s".formatted(one, state, other, and));
    }

    private static String state(Row row, String column) {
        return Objects.requireNonNullElse(row.textOrNull(column), NONE);
    }

    private static Instant lastMove(Row row) {
        return Stream.of(
                        "order_at", "session_at", "settlement_at", "authorisation_at", "capture_at")
                .map(row::timeOrNull)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }
}
