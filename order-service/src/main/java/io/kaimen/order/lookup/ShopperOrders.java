package io.kaimen.order.lookup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kaimen.contracts.device.BasketSettled.LaneWeights;
import io.kaimen.order.Words;
import io.kaimen.order.sale.Baskets;
import io.kaimen.order.sale.Baskets.Evidence;
import io.kaimen.order.sale.Order;
import io.kaimen.order.sale.OrderNotFound;
import io.kaimen.order.sale.Orders;
import java.util.List;
import org.springframework.stereotype.Component;

/** One order for the shopper whose it is; somebody else's is answered like none. */
@Component
public class ShopperOrders {

    private final Orders orders;
    private final OrderDetails details;
    private final Baskets baskets;
    private final Words words;

    ShopperOrders(Orders orders, OrderDetails details, Baskets baskets, Words words) {
        this.orders = orders;
        this.details = details;
        this.baskets = baskets;
        this.words = words;
    }

    /**
     * An order with what its lines rest on.
     *
     * @param lanes what the door's scales said; empty before the basket is booked
     */
    public record ShopperOrder(@JsonUnwrapped OrderDetail order, List<LaneWeights> lanes) {}

    /**
     * @throws OrderNotFound also for somebody else's: numbers are not to be tried out
     */
    public Order own(String orderNo, String shopperId) {
        return orders.find(orderNo)
                .filter(order -> order.shopperId().equals(shopperId))
                .orElseThrow(() -> new OrderNotFound(words.say("order-not-found")));
    }

    /** The order as its shopper sees it. */
    public ShopperOrder show(Order order) {
        List<LaneWeights> lanes =
                baskets.evidence(order.orderNo()).map(Evidence::lanes).orElse(List.of());
        return new ShopperOrder(details.of(order), lanes);
    }
}
