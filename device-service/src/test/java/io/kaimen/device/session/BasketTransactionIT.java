package io.kaimen.device.session;

import static io.kaimen.contracts.comm.DoorReported.Kind.CLOSED;
import static io.kaimen.contracts.comm.DoorReported.Kind.OPENED;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doAnswer;

import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.BasketSettled.Line;
import io.kaimen.device.DeviceTest;
import io.kaimen.device.TestPurchases;
import io.kaimen.device.TestPurchases.Purchase;
import io.kaimen.device.shadow.StableWeight;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.rocketmq.spring.core.RocketMQLocalTransactionState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.test.util.AopTestUtils;

/** The transactional message when things go wrong around it. */
@DeviceTest
class BasketTransactionIT {

    @Autowired private TestPurchases purchases;
    @Autowired private DoorSessions sessions;
    @Autowired private WorkOutBasket workOut;
    @Autowired private PublishBasket publish;
    @Autowired private BasketTransaction transaction;
    @Autowired private BasketMapper baskets;
    @MockitoSpyBean private BookBasket bookBasket;

    @Test
    void aCommitWhoseAnswerWasLostIsDeliveredByTheCheckBack() {
        Purchase purchase = purchases.opening();
        loseTheAnswerOfTheFirstBookingOf(purchase);
        purchase.cabinet.tell(OPENED, purchase.commandId());
        purchase.cabinet.tell(CLOSED, purchase.commandId());
        purchase.cabinet.weigh(DoorPosition.CLOSED, 2970, 5000);
        purchase.awaitState("SETTLED");
        await().atMost(60, SECONDS).until(() -> purchase.baskets().size() == 1);
        assertThat(purchase.baskets().getFirst().lines())
                .extracting(Line::quantity)
                .containsExactly(1);
    }

    @Test
    void ofManyTriesAtOnceOneBasketIsMadeAndDelivered() throws Exception {
        Purchase purchase = closedAndUnweighed();
        DoorSession session = sessions.find(purchase.orderNo).orElseThrow();
        List<Callable<Boolean>> tries =
                IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(
                                n -> () -> publish.publish(basket(session, 3300 - 330 * n)))
                        .toList();
        List<Boolean> booked;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            booked = threads.invokeAll(tries).stream().map(Future::resultNow).toList();
        }
        assertThat(booked).containsOnlyOnce(true);
        await().atMost(20, SECONDS).until(() -> !purchase.baskets().isEmpty());
        int taken = booked.indexOf(true);
        assertThat(purchase.baskets()).hasSize(1);
        assertThat(purchase.baskets().getFirst().total().fen()).isEqualTo(350L * taken);
        assertThat(baskets.find(purchase.orderNo).orElseThrow().totalFen()).isEqualTo(350L * taken);
        purchase.assertDoorIsFree();
    }

    @Test
    void theCheckBackCommitsTheBookedTryOnlyAndIsPatientWithTheRest() {
        Purchase purchase = closedAndUnweighed();
        DoorSession session = sessions.find(purchase.orderNo).orElseThrow();
        assertThat(checkBack(purchase.orderNo, "a"))
                .isEqualTo(RocketMQLocalTransactionState.UNKNOWN);
        assertThat(bookBasket.book(basket(session, 3300), "a")).isTrue();
        assertThat(bookBasket.book(basket(session, 3300), "b")).isFalse();
        assertThat(checkBack(purchase.orderNo, "a"))
                .isEqualTo(RocketMQLocalTransactionState.COMMIT);
        assertThat(checkBack(purchase.orderNo, "b"))
                .isEqualTo(RocketMQLocalTransactionState.ROLLBACK);
        assertThat(checkBack("no-such-order", "a"))
                .isEqualTo(RocketMQLocalTransactionState.ROLLBACK);
    }

    private Purchase closedAndUnweighed() {
        Purchase purchase = purchases.opening();
        purchase.cabinet.tell(OPENED, purchase.commandId());
        purchase.cabinet.tell(CLOSED, purchase.commandId());
        purchase.awaitState("CLOSED");
        return purchase;
    }

    private BasketSettled basket(DoorSession session, double lane1) {
        return workOut.of(
                session,
                session.baseline().stream()
                        .map(w -> w.lane() == 1 ? new StableWeight(1, lane1, w.at()) : w)
                        .toList());
    }

    private RocketMQLocalTransactionState checkBack(String orderNo, String attempt) {
        return transaction.checkLocalTransaction(
                MessageBuilder.withPayload(new byte[0])
                        .setHeader(BasketTransaction.ORDER_NO, orderNo)
                        .setHeader(BasketTransaction.ATTEMPT, attempt)
                        .build());
    }

    /** Committed in the database, but the process hears nothing of it. */
    private void loseTheAnswerOfTheFirstBookingOf(Purchase purchase) {
        Set<String> lost = ConcurrentHashMap.newKeySet();
        BookBasket spy = AopTestUtils.getUltimateTargetObject(bookBasket);
        assertThat(spy).isNotNull();
        doAnswer(
                        call -> {
                            Object booked = call.callRealMethod();
                            if (lost.add(purchase.orderNo)) {
                                throw new IllegalStateException("the answer is lost");
                            }
                            return booked;
                        })
                .when(bookBasket)
                .book(argThat(b -> b.orderNo().equals(purchase.orderNo)), any());
    }
}
