package io.kaimen.sandbox.wechat.payscore.order;

import static io.kaimen.sandbox.wechat.payscore.order.OrderFixtures.COMPLETED_AT;
import static io.kaimen.sandbox.wechat.payscore.order.OrderFixtures.CONFIRMED_AT;
import static io.kaimen.sandbox.wechat.payscore.order.OrderFixtures.CREATED_AT;
import static io.kaimen.sandbox.wechat.payscore.order.OrderFixtures.CREATION;
import static io.kaimen.sandbox.wechat.payscore.order.OrderFixtures.DEDUCTED_AT;
import static io.kaimen.sandbox.wechat.payscore.order.OrderFixtures.REASON;
import static io.kaimen.sandbox.wechat.payscore.order.OrderFixtures.SERVICE_CEILING;
import static io.kaimen.sandbox.wechat.payscore.order.OrderFixtures.body;
import static io.kaimen.sandbox.wechat.payscore.order.OrderFixtures.colas;
import static io.kaimen.sandbox.wechat.payscore.order.OrderFixtures.completion;
import static io.kaimen.sandbox.wechat.payscore.order.OrderFixtures.in;
import static io.kaimen.sandbox.wechat.payscore.order.OrderFixtures.nameOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaimen.sandbox.wechat.ApiError;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Collecting;
import io.kaimen.sandbox.wechat.payscore.order.Stage.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTest {

    private static final List<String> STAGES =
            List.of(
                    "CREATED",
                    "OPENED",
                    "RUNNING",
                    "DEDUCTING",
                    "PENDING",
                    "DONE",
                    "REVOKED",
                    "EXPIRED");

    private static final Map<String, UnaryOperator<Order>> CALLS =
            Map.ofEntries(
                    Map.entry("openPage", order -> order.openPage("ticket")),
                    Map.entry("confirm", order -> order.confirm("oPerson", CONFIRMED_AT)),
                    Map.entry("complete", order -> complete(order, colas(2))),
                    Map.entry("complete otherwise", order -> complete(order, colas(3))),
                    Map.entry("complete nothing", order -> complete(order, colas(0, 1))),
                    Map.entry("modify down", order -> order.modify(colas(1))),
                    Map.entry("modify to nothing", order -> order.modify(colas(0, 1))),
                    Map.entry("modify not down", order -> order.modify(colas(2))),
                    Map.entry("cancel", order -> order.cancel(REASON)),
                    Map.entry("cancel otherwise", order -> order.cancel("其他原因")),
                    Map.entry("sync", order -> order.syncPaid(COMPLETED_AT)),
                    Map.entry("pay", order -> order.deductAgain(COMPLETED_AT)),
                    Map.entry("deducted", order -> order.paid("42", DEDUCTED_AT)),
                    Map.entry("deduction failed", order -> order.deductionFailed(DEDUCTED_AT)));

    /** What each call makes of an order: a stage, "=" for no change, or the platform's refusal. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = false,
            textBlock =
                    """
                    openPage           | OPENED              | WRONG_STATE         | WRONG_STATE         | WRONG_STATE         | WRONG_STATE         | WRONG_STATE         | ALREADY_CANCELLED   | WRONG_STATE
                    confirm            | RUNNING             | RUNNING             | WRONG_STATE         | WRONG_STATE         | WRONG_STATE         | WRONG_STATE         | ALREADY_CANCELLED   | WRONG_STATE
                    complete           | NOT_YET_CONFIRMED   | NOT_YET_CONFIRMED   | DEDUCTING           | DEDUCTION_RUNNING   | =                   | WRONG_STATE         | ALREADY_CANCELLED   | WRONG_STATE
                    complete otherwise | NOT_YET_CONFIRMED   | NOT_YET_CONFIRMED   | DEDUCTING           | DEDUCTION_RUNNING   | REPEAT_DIFFERS      | WRONG_STATE         | ALREADY_CANCELLED   | WRONG_STATE
                    complete nothing   | NOT_YET_CONFIRMED   | NOT_YET_CONFIRMED   | DONE                | DEDUCTION_RUNNING   | REPEAT_DIFFERS      | WRONG_STATE         | ALREADY_CANCELLED   | WRONG_STATE
                    modify down        | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | DEDUCTION_RUNNING   | PENDING             | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT
                    modify to nothing  | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | DEDUCTION_RUNNING   | DONE                | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT
                    modify not down    | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | DEDUCTION_RUNNING   | PARAM_ERROR         | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT
                    cancel             | REVOKED             | REVOKED             | REVOKED             | NOT_CANCELLABLE     | NOT_CANCELLABLE     | NOT_CANCELLABLE     | =                   | WRONG_STATE
                    cancel otherwise   | REVOKED             | REVOKED             | REVOKED             | NOT_CANCELLABLE     | NOT_CANCELLABLE     | NOT_CANCELLABLE     | ALREADY_CANCELLED   | WRONG_STATE
                    sync               | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | DEDUCTION_RUNNING   | DONE                | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT
                    pay                | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | DEDUCTION_RUNNING   | PENDING             | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT
                    deducted           | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | DONE                | DONE                | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT
                    deduction failed   | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | PENDING             | PENDING             | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT | NOT_PENDING_PAYMENT
                    """)
    void answersEveryCallInEveryStage(ArgumentsAccessor row) {
        String call = row.getString(0);
        UnaryOperator<Order> move = Objects.requireNonNull(CALLS.get(call), call);
        SoftAssertions softly = new SoftAssertions();
        for (int column = 0; column < STAGES.size(); column++) {
            Order before = in(STAGES.get(column));
            softly.assertThat(outcome(before, move))
                    .as(call + " when " + STAGES.get(column))
                    .isEqualTo(row.getString(column + 1));
        }
        softly.assertAll();
    }

    @Test
    void expiresWhenNobodyConfirmsForThirtyDays() {
        Duration month = Duration.ofDays(30);

        assertThat(in("CREATED").at(CREATED_AT.plus(month)).stage().state()).isEqualTo("CREATED");
        assertThat(in("OPENED").at(CREATED_AT.plus(month).plusSeconds(1)).stage().state())
                .isEqualTo("EXPIRED");
        assertThat(in("RUNNING").at(CREATED_AT.plus(month).plusSeconds(1)).stage().state())
                .isEqualTo("DOING");
    }

    @Test
    void startsWhenTheUserAccepts() {
        assertThat(in("CREATED").timeRange().startTime()).isEqualTo("OnAccept");
        assertThat(in("RUNNING").timeRange().startTime()).isEqualTo("20261120100010");
        assertThat(in("PENDING").timeRange().endTime()).isEqualTo("20261120100055");
    }

    @Test
    void runsAtOnceWhenTheUserWasAskedBefore() {
        String noConfirm =
                CREATION.replace(
                        "\"appid\"", "\"need_user_confirm\":false,\"openid\":\"oP\",\"appid\"");
        Order order = Order.create("1", "p", "q", Terms.read(body(noConfirm)), CREATED_AT);

        assertThat(nameOf(order)).isEqualTo("RUNNING");
        assertThat(order.stage().confirmation()).isEqualTo(new Confirmation("oP", CREATED_AT));
    }

    @Test
    void costsAtMostWhatTheServiceMayWhenEnjoyedBeforePaid() {
        assertThat(nameOf(complete(in("RUNNING"), costing(50_000)))).isEqualTo("DEDUCTING");
        assertRefused("OVER_CEILING", () -> complete(in("RUNNING"), costing(50_001)));
    }

    @Test
    void costsAtMostItsDepositWhenTheDepositIsWaived() {
        Terms deposit = Terms.read(body(CREATION.replace("ESTIMATE_ORDER_COST", "DEPOSIT")));
        Order running = new Order("1", "p", "q", deposit, CREATED_AT, in("RUNNING").stage());

        assertThat(nameOf(complete(running, costing(20_000)))).isEqualTo("DEDUCTING");
        assertRefused("OVER_CEILING", () -> complete(running, costing(20_001)));
    }

    @ParameterizedTest
    @CsvSource({
        "20261120100010, DEDUCTING",
        "20261120100100, DEDUCTING",
        "20261120, DEDUCTING",
        "20261120100101, END_TIME_WRONG",
        "20261121, END_TIME_WRONG",
        "20261120100009, END_TIME_WRONG",
        "20261119, END_TIME_WRONG",
    })
    void endsBetweenItsStartAndNow(String endTime, String outcome) {
        Bill bill = Bill.read(body(completion(350, 1, endTime)));

        assertThat(outcome(in("RUNNING"), order -> complete(order, bill))).isEqualTo(outcome);
    }

    @Test
    void needsAnEndFromCreationOrCompletion() {
        String noEnd = completion(350, 1, "20261120100055").replaceAll(",\"time_range\".*}}", "}");
        Bill bill = Bill.read(body(noEnd));
        Terms planned =
                Terms.read(
                        body(
                                CREATION.replace(
                                        "\"OnAccept\"", "\"OnAccept\",\"end_time\":\"20261121\"")));
        Order plannedEnd = new Order("1", "p", "q", planned, CREATED_AT, in("RUNNING").stage());

        assertRefused("END_TIME_WRONG", () -> complete(in("RUNNING"), bill));
        assertThat(nameOf(complete(plannedEnd, bill))).isEqualTo("DEDUCTING");
    }

    @Test
    void keepsWhatWasCompletedWhenOnlyTheAmountIsLowered() {
        Order lowered = in("PENDING").modify(colas(1));

        assertThat(lowered.stage())
                .isInstanceOfSatisfying(
                        Collecting.class,
                        due -> {
                            assertThat(due.bill().totalAmount()).isEqualTo(350);
                            assertThat(due.bill().timeRange()).isEqualTo(colas(2).timeRange());
                            assertThat(due.nextDeduction()).isEqualTo(DEDUCTED_AT);
                        });
    }

    @Test
    void remembersWhoCollected() {
        Instant elsewhere = Instant.parse("2026-11-20T01:59:00Z");

        assertThat(in("PENDING").syncPaid(elsewhere).stage())
                .isInstanceOfSatisfying(
                        Done.class,
                        done ->
                                assertThat(done.payment())
                                        .isEqualTo(
                                                new Payment(
                                                        Payment.Channel.MCH,
                                                        700,
                                                        elsewhere,
                                                        null)));
    }

    private static Order complete(Order order, Bill bill) {
        return order.complete(bill, SERVICE_CEILING, COMPLETED_AT, () -> DEDUCTED_AT);
    }

    private static Bill costing(long fen) {
        return Bill.read(body(completion(fen, 1, "20261120100055")));
    }

    private static Bill colas(int amount, int count) {
        return Bill.read(body(completion(amount, count, "20261120100055")));
    }

    private static Bill colas(int count) {
        return OrderFixtures.colas(count);
    }

    private static String outcome(Order before, UnaryOperator<Order> move) {
        try {
            Order after = move.apply(before);
            return after.equals(before) ? "=" : nameOf(after);
        } catch (ApiError e) {
            return e.refusal().name();
        }
    }

    private static void assertRefused(String refusal, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ApiError.class,
                        error -> assertThat(error.refusal().name()).isEqualTo(refusal));
    }
}
