package io.kaimen.account;

import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.OrderCharged;
import io.kaimen.contracts.account.PurchaseHoldsApi;
import io.kaimen.contracts.account.PurchaseHoldsApi.PlaceHold;
import io.kaimen.contracts.order.OrderCancelled;
import io.kaimen.service.messaging.MessageSender;
import io.kaimen.service.testing.HeardMessages;
import io.kaimen.service.testing.Redelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnAccountService
class RedeliveryIT {

    @Autowired Redelivery redelivery;
    @Autowired PurchaseHoldsApi holds;
    @Autowired PlayedPlatform platform;
    @Autowired MessageSender sender;
    @Autowired HeardMessages heard;
    @Autowired Rows rows;

    private final String bought = Baskets.orderNo();
    private final String empty = Baskets.orderNo();
    private final String cancelled = Baskets.orderNo();

    @Test
    void whatIsToldAgainHasNoEffect() {
        List<String> orders = List.of(bought, empty, cancelled);
        orders.forEach(order -> {
            holds.place(new PlaceHold(Baskets.shopperOf(order), order));
            redelivery
                    .about(order, Baskets.shopperOf(order))
                    .alsoSee("captures " + order, () -> platform.capturesOf(order))
                    .alsoSee("cancels " + order, () -> platform.cancelsOf(order))
                    .alsoSee("entries " + order, () -> entries(order));
        });
        redelivery
                .tell(
                        () -> send(Topic.BASKET_SETTLED, bought, Baskets.colas(bought, 2)),
                        Topic.BASKET_SETTLED,
                        Topic.CAPTURE_DUE)
                .tell(
                        () -> {
                            awaitCapture();
                            send(Topic.PAYMENT_CAPTURED, bought, platform.collects(bought));
                        },
                        Topic.PAYMENT_CAPTURED)
                .tell(
                        () -> send(Topic.BASKET_SETTLED, empty, Baskets.empty(empty)),
                        Topic.BASKET_SETTLED,
                        Topic.CAPTURE_DUE)
                .tell(
                        () -> send(Topic.ORDER_CANCELLED, cancelled, cancellation()),
                        Topic.ORDER_CANCELLED);
        awaitCharged(bought);
        awaitCharged(empty);
        redelivery.tellAgain();
    }

    private void awaitCapture() {
        await().atMost(Duration.ofSeconds(30)).until(() -> platform.capturesOf(bought).size() == 1);
    }

    private void awaitCharged(String order) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> heard.of(Topic.ORDER_CHARGED, order, OrderCharged.class).size() == 1);
    }

    private List<String> entries(String order) {
        return rows.texts(
                """
                select concat_ws(' ', t.id, e.id, e.account, e.party, e.amount_fen)
                from ledger_entry e join ledger_transaction t on t.id = e.transaction_id
                where t.order_no = ? order by e.id
                """,
                order);
    }

    private OrderCancelled cancellation() {
        return new OrderCancelled(
                cancelled, Baskets.shopperOf(cancelled), "KM-0001", 1, "test", Instant.now());
    }

    private void send(Topic topic, String orderNo, Object payload) {
        sender.send(topic, orderNo, UUID.randomUUID().toString(), payload).join();
    }
}
