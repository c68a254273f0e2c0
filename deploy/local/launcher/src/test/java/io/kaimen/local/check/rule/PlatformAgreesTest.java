package io.kaimen.local.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.local.check.source.Evidence;
import io.kaimen.local.check.source.PlatformOrders;
import io.kaimen.local.check.source.Row;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformAgreesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "AUTHORISED, UNPAID,      DOING,   true",
        "OPENED,     UNPAID,      DOING,   true",
        "OPENED,     UNPAID,      REVOKED, false",
        "CANCELLED,  UNPAID,      REVOKED, true",
        "CANCELLED,  UNPAID,      EXPIRED, true",
        "CANCELLED,  UNPAID,      -,       true",
        "CANCELLED,  UNPAID,      DOING,   false",
        "CANCELLED,  UNPAID,      CREATED, false",
        "SETTLED,    NOTHING_DUE, REVOKED, true",
        "SETTLED,    NOTHING_DUE, DOING,   false",
        "SETTLED,    FAILED,      DOING,   true",
        "SETTLED,    FAILED,      -,       false",
        "SETTLED,    PAID,        DOING,   false",
        "SETTLED,    PAID,        -,       false",
        "ABNORMAL,   UNPAID,      DOING,   true"
    })
    void statesFitOrDoNot(String status, String payment, String there, boolean fits) {
        var order = there.equals("-") ? null : order(there, null, 0, null);
        assertThat(findings(ours(status, payment, null, null), order).isEmpty()).isEqualTo(fits);
    }

    @Test
    void aPaidOrderIsPaidThereWithTheSameAmountAndCharge() {
        var ours = ours("SETTLED", "PAID", 1250L, "T1");
        assertThat(findings(ours, order("DONE", 1250L, 1250, "T1"))).isEmpty();
        assertThat(findings(ours, order("DONE", 1251L, 1251, "T1")))
                .containsExactly(
                        new Finding(
                                "platform",
                                "K1",
                                "SETTLED and PAID (1250 fen as T1) here, DONE (1251 fen as T1)"
                                        + " there",
                                false));
        assertThat(findings(ours, order("DONE", 1250L, 1250, "T2"))).hasSize(1);
    }

    @Test
    void anOrderWithNothingDueOrWithoutADecisionIsNotPaidThere() {
        var paid = order("DONE", 1250L, 1250, "T1");
        assertThat(findings(ours("SETTLED", "NOTHING_DUE", 0L, null), paid)).hasSize(1);
        assertThat(findings(ours("ABNORMAL", "UNPAID", null, null), paid)).hasSize(1);
    }

    @Test
    void anOrderOnlyThePlatformHasIsNamedUnlessItIsYoung() {
        assertThat(onlyThere(NOW.minusSeconds(60)))
                .containsExactly(
                        new Finding("platform", "K9", "there is no such order here", false));
        assertThat(onlyThere(NOW.minusSeconds(1))).singleElement().matches(Finding::running);
    }

    private static List<Finding> onlyThere(Instant createdAt) {
        var platform =
                new NoOrders() {
                    @Override
                    public List<Listed> all() {
                        return List.of(new Listed("K9", createdAt));
                    }
                };
        return look(List.of(), platform);
    }

    private static List<Finding> findings(Row ours, PlatformOrders.@Nullable PlatformOrder there) {
        var platform =
                new NoOrders() {
                    @Override
                    public Optional<PlatformOrder> find(String orderNo) {
                        return Optional.ofNullable(there);
                    }
                };
        return look(List.of(ours), platform);
    }

    private static List<Finding> look(List<Row> rows, PlatformOrders platform) {
        return new PlatformAgrees()
                .look(new Evidence(sql -> rows, List::of, new NoMessages(), platform, NOW));
    }

    private static PlatformOrders.PlatformOrder order(
            String state, @Nullable Long total, long paid, @Nullable String charge) {
        return new PlatformOrders.PlatformOrder("K1", state, total, paid, charge);
    }

    private static Row ours(
            String status, String payment, @Nullable Long paid, @Nullable String charge) {
        var values =
                new HashMap<String, Object>(
                        Map.of(
                                "order_no",
                                "K1",
                                "status",
                                status,
                                "payment_status",
                                payment,
                                "updated_at",
                                LocalDateTime.ofInstant(NOW.minusSeconds(60), ZoneOffset.UTC)));
        if (paid != null) {
            values.put("paid_fen", paid);
        }
        if (charge != null) {
            values.put("transaction_id", charge);
        }
        return new Row(values);
    }
}
