package io.kaimen.order.lookup;

import io.kaimen.order.sale.Baskets;
import io.kaimen.order.sale.Baskets.SoldLine;
import io.kaimen.order.sale.Move;
import io.kaimen.order.sale.Order;
import io.kaimen.order.sale.Orders;
import io.kaimen.service.page.Paged;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts orders together with their lines, moves and words. */
@Component
public class OrderDetails {

    private final Orders orders;
    private final Baskets baskets;
    private final OrderWords words;

    OrderDetails(Orders orders, Baskets baskets, OrderWords words) {
        this.orders = orders;
        this.baskets = baskets;
        this.words = words;
    }

    public OrderDetail of(Order order) {
        return detail(order, baskets.lines(order.orderNo()), orders.moves(order.orderNo()));
    }

    /** A page of orders, without their moves. */
    Paged<OrderDetail> of(Paged<Order> page) {
        Map<String, List<SoldLine>> lines =
                baskets.lines(page.items().stream().map(Order::orderNo).toList());
        return page.map(
                order -> detail(order, lines.getOrDefault(order.orderNo(), List.of()), List.of()));
    }

    private OrderDetail detail(Order order, List<SoldLine> lines, List<Move> moves) {
        return new OrderDetail(
                order.orderNo(),
                order.sn(),
                order.door(),
                order.place(),
                order.platform(),
                order.status(),
                order.doorStatus(),
                order.paymentStatus(),
                lines,
                order.amounts(),
                words.of(order),
                moves,
                order.times());
    }
}
