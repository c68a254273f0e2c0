package io.kaimen.order.lookup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.kaimen.order.sale.Baskets;
import io.kaimen.order.sale.Baskets.Evidence;
import io.kaimen.order.sale.CancelCause;
import io.kaimen.order.sale.Order;
import io.kaimen.order.sale.OrderNotFound;
import io.kaimen.order.sale.OrderSearch;
import io.kaimen.order.sale.OrderStatus;
import io.kaimen.order.sale.Orders;
import io.kaimen.service.page.Paged;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All orders, for operators. */
@RestController
@RequestMapping("/admin/orders")
class AdminOrdersController {

    private final Orders orders;
    private final OrderSearch search;
    private final OrderDetails details;
    private final Baskets baskets;

    AdminOrdersController(
            Orders orders, OrderSearch search, OrderDetails details, Baskets baskets) {
        this.orders = orders;
        this.search = search;
        this.details = details;
        this.baskets = baskets;
    }

    /**
     * An order with what only operators see.
     *
     * @param fence of the door's claim
     * @param evidence null before the basket is booked
     */
    record AdminOrder(
            @JsonUnwrapped OrderDetail order,
            String shopperId,
            long fence,
            @Nullable CancelCause cancelCause,
            @JsonUnwrapped @Nullable Evidence evidence) {}

    @GetMapping
    Paged<OrderDetail> list(
            @RequestParam(required = false) @Nullable String sn,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable String shopper,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "1") @Min(1) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Paged.MAX_SIZE) int size) {
        return details.of(
                search.find(new OrderSearch.Filter(sn, status, shopper, from, to), page, size));
    }

    @GetMapping("/{orderNo}")
    AdminOrder get(@PathVariable String orderNo) {
        Order order =
                orders.find(orderNo)
                        .orElseThrow(() -> new OrderNotFound("There is no order " + orderNo + "."));
        return new AdminOrder(
                details.of(order),
                order.shopperId(),
                order.fence(),
                order.cancelCause().orElse(null),
                baskets.evidence(orderNo).orElse(null));
    }
}
