package io.kaimen.account;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.OrderCharged;
import io.kaimen.service.messaging.MessageHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;

/** Listens to the broker as order-service would. */
@TestComponent
public class ChargedOrders implements MessageHandler<OrderCharged> {

    /** By event id: a resend of the same event is no second one. */
    private final Map<String, OrderCharged> heard = new ConcurrentHashMap<>();

    @Override
    public Topic topic() {
        return Topic.ORDER_CHARGED;
    }

    @Override
    public boolean remembered() {
        return false;
    }

    @Override
    public void handle(Envelope<OrderCharged> message) {
        heard.put(message.eventId(), message.payload());
    }

    public List<OrderCharged> of(String orderNo) {
        return heard.values().stream().filter(c -> c.orderNo().equals(orderNo)).toList();
    }
}
