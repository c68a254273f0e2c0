package io.kaimen.order.lookup;

import io.kaimen.order.lookup.ShopperOrders.ShopperOrder;
import io.kaimen.order.sale.DeclineOrder;
import io.kaimen.order.sale.OrderSearch;
import io.kaimen.service.page.Paged;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A shopper's own orders. */
@RestController
@RequestMapping("/shopper/orders")
class ShopperOrdersController {

    private final ShopperOrders own;
    private final OrderSearch search;
    private final OrderDetails details;
    private final DeclineOrder declineOrder;

    ShopperOrdersController(
            ShopperOrders own,
            OrderSearch search,
            OrderDetails details,
            DeclineOrder declineOrder) {
        this.own = own;
        this.search = search;
        this.details = details;
        this.declineOrder = declineOrder;
    }

    @GetMapping
    Paged<OrderDetail> list(
            Principal caller,
            @RequestParam(defaultValue = "1") @Min(1) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Paged.MAX_SIZE) int size) {
        return details.of(search.find(OrderSearch.Filter.of(caller.getName()), page, size));
    }

    @GetMapping("/{orderNo}")
    ShopperOrder get(@PathVariable String orderNo, Principal caller) {
        return own.show(own.own(orderNo, caller.getName()));
    }

    /**
     * Gives up an order that is not authorised yet. Answers how it stands then: cancelled, or being
     * cancelled while the platform does not answer. Repeating it is safe.
     */
    @PostMapping("/{orderNo}/cancel")
    ShopperOrder cancel(@PathVariable String orderNo, Principal caller) {
        own.own(orderNo, caller.getName());
        return own.show(declineOrder.decline(orderNo));
    }
}
