package io.kaimen.account.hold;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kaimen.account.Baskets;
import io.kaimen.account.OnAccountService;
import io.kaimen.account.Rows;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.PurchaseHoldsApi.HoldAnswer;
import io.kaimen.contracts.account.PurchaseHoldsApi.PlaceHold;
import io.kaimen.contracts.order.OrderCancelled;
import io.kaimen.service.messaging.MessageSender;
import io.kaimen.service.security.Role;
import io.kaimen.service.testing.Calls;
import io.kaimen.testkit.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.seata.core.context.RootContext;
import org.apache.seata.core.exception.TransactionException;
import org.apache.seata.tm.api.GlobalTransaction;
import org.apache.seata.tm.api.GlobalTransactionContext;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnAccountService
class PurchaseHoldsIT {

    @Autowired PurchaseHoldsController controller;
    @Autowired PurchaseHolds holds;
    @Autowired MessageSender sender;
    @Autowired Rows rows;
    @Autowired Calls calls;

    private final String orderNo = Baskets.orderNo();
    private final String shopper = Baskets.shopperOf(orderNo);

    @Test
    void letsOneOfTwentySimultaneousPurchasesOfAShopperRun() throws Exception {
        List<String> orders = Stream.generate(Baskets::orderNo).limit(20).toList();

        List<Object> answers =
                Together.run(
                        20, i -> () -> controller.place(new PlaceHold(shopper, orders.get(i))));

        assertThat(answers).hasOnlyElementsOfType(HoldAnswer.class);
        assertThat(answers).filteredOn(a -> ((HoldAnswer) a).placed()).hasSize(1);
        String winner = orders.get(answers.indexOf(new HoldAnswer(true, null)));
        assertThat(answers)
                .filteredOn(a -> !((HoldAnswer) a).placed())
                .hasSize(19)
                .containsOnly(new HoldAnswer(false, winner));
    }

    @Test
    void answersARepeatLikeTheFirst() {
        assertThat(place()).isEqualTo(new HoldAnswer(true, null));
        assertThat(place()).isEqualTo(new HoldAnswer(true, null));
    }

    @Test
    void freesTheShopperForTheCancelledOrderOnly() {
        place();

        holds.free(Baskets.orderNo(), shopper, "ORDER_CANCELLED");
        assertThat(placeAnother()).isEqualTo(new HoldAnswer(false, orderNo));

        holds.free(orderNo, shopper, "ORDER_CANCELLED");
        assertThat(placeAnother()).isEqualTo(new HoldAnswer(true, null));
    }

    @Test
    void turnsAwayAHoldThatArrivesAfterItsOrderWasCancelled() {
        cancel(UUID.randomUUID().toString());
        await().until(() -> rows("freed_at is not null") == 1);

        assertThatThrownBy(this::place).isInstanceOf(PurchaseOver.class);
        assertThat(holds()).isZero();
    }

    @RepeatedTest(25)
    void leavesNoHoldWhenPlacingAndCancellingMeet() throws Exception {
        List<Callable<Object>> works =
                List.of(
                        this::place,
                        () -> {
                            holds.free(orderNo, shopper, "ORDER_CANCELLED");
                            return "freed";
                        });

        List<Object> results = Together.run(2, works::get);

        assertThat(results.get(1)).isEqualTo("freed");
        assertThat(holds()).isZero();
        assertThat(rows("freed_at is not null")).isEqualTo(1);
    }

    @Test
    void hearsOfACancellationAsOftenAsItLikes() {
        place();
        String eventId = UUID.randomUUID().toString();
        cancel(eventId);
        cancel(eventId);
        cancel(UUID.randomUUID().toString());
        await().until(() -> rows("freed_at is not null") == 1);
        assertThat(placeAnother().placed()).isTrue();

        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .until(() ->
                        rows("1 = 1") == 1
                                && rows.count("purchase_hold where shopper_id = ?", shopper) == 1);
    }

    @Test
    void goesWithTheCallersGlobalTransaction() throws TransactionException {
        GlobalTransaction callers = GlobalTransactionContext.createNew();
        callers.begin(30_000, "test");
        try {
            assertThat(overHttp(callers.getXid())).isEqualTo(new HoldAnswer(true, null));
            assertThat(rows("1 = 1")).isEqualTo(1);
            assertThat(undoRows(callers.getXid())).isEqualTo(1);
        } finally {
            callers.rollback();
        }

        await().atMost(10, TimeUnit.SECONDS).until(() -> rows("1 = 1") == 0);
        assertThat(undoRows(callers.getXid())).isZero();
    }

    @Test
    void staysWithTheCallersGlobalTransaction() throws TransactionException {
        GlobalTransaction callers = GlobalTransactionContext.createNew();
        callers.begin(30_000, "test");
        overHttp(callers.getXid());
        callers.commit();

        await().atMost(10, TimeUnit.SECONDS).until(() -> undoRows(callers.getXid()) == 0);
        assertThat(holds()).isEqualTo(1);
    }

    /** The thread that began the transaction must not take part itself: the header alone binds. */
    private HoldAnswer overHttp(String xid) {
        RootContext.unbind();
        try {
            return requireNonNull(
                    calls.as(Role.SERVICE)
                            .post()
                            .uri("/internal/purchase-holds")
                            .header(RootContext.KEY_XID, xid)
                            .body(new PlaceHold(shopper, orderNo))
                            .retrieve()
                            .body(HoldAnswer.class));
        } finally {
            RootContext.bind(xid);
        }
    }

    private HoldAnswer place() {
        return controller.place(new PlaceHold(shopper, orderNo));
    }

    private HoldAnswer placeAnother() {
        return controller.place(new PlaceHold(shopper, Baskets.orderNo()));
    }

    private void cancel(String eventId) {
        var cancelled = new OrderCancelled(orderNo, shopper, "KM-0001", 1, "test", Instant.now());
        sender.send(Topic.ORDER_CANCELLED, orderNo, eventId, cancelled).join();
    }

    private long rows(String condition) {
        return rows.count("purchase where order_no = ? and " + condition, orderNo);
    }

    private long holds() {
        return rows.count("purchase_hold where order_no = ?", orderNo);
    }

    private long undoRows(String xid) {
        return rows.count("undo_log where xid = ?", xid);
    }
}
