package io.kaimen.order.lookup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kaimen.contracts.device.BasketSettled.LaneWeights;
import io.kaimen.order.Words;
import io.kaimen.order.sale.Baskets;
import io.kaimen.order.sale.Baskets.Evidence;
import io.kaimen.order.sale.OrderNotFound;
import io.kaimen.order.sale.OrderSearch;
import io.kaimen.order.sale.Orders;
import io.kaimen.service.page.Paged;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A shopper's own orders. */
@RestController
@RequestMapping("/shopper/orders")
class ShopperOrdersController {

    private final Orders orders;
    private final OrderSearch search;
    private final OrderDetails details;
    private final Baskets baskets;
    private final Words words;

    ShopperOrdersController(
            Orders orders, OrderSearch search, OrderDetails details, Baskets baskets, Words words) {
        this.orders = orders;
        this.search = search;
        this.details = details;
        this.baskets = baskets;
        this.words = words;
    }

    /**
     * An order with what its lines rest on.
     *
     * @param lanes what the door's scales said; empty before the basket is booked
     */
    record ShopperOrder(@JsonUnwrapped OrderDetail order, List<LaneWeights> lanes) {}

    @GetMapping
    Paged<OrderDetail> list(
            Principal caller,
            @RequestParam(defaultValue = "1") @Min(1) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Paged.MAX_SIZE) int size) {
        return details.of(search.find(OrderSearch.Filter.of(caller.getName()), page, size));
    }

    /** Somebody else's order is answered like none: numbers are not to be tried out. */
    @GetMapping("/{orderNo}")
    ShopperOrder get(@PathVariable String orderNo, Principal caller) {
        return orders.find(orderNo)
                .filter(order -> order.shopperId().equals(caller.getName()))
                .map(order -> new ShopperOrder(details.of(order), weights(orderNo)))
                .orElseThrow(() -> new OrderNotFound(words.say("order-not-found")));
    }

    private List<LaneWeights> weights(String orderNo) {
        return baskets.evidence(orderNo).map(Evidence::lanes).orElse(List.of());
    }
}
