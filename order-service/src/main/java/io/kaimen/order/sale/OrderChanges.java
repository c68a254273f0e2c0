package io.kaimen.order.sale;

import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes one order in one transaction: row locked, moves guarded and recorded. What the work
 * publishes goes with it.
 */
@Component
public class OrderChanges {

    private final Orders orders;
    private final TransactionTemplate transaction;

    OrderChanges(Orders orders, PlatformTransactionManager transactions) {
        this.orders = orders;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Changes an order that is known to be placed. The row is locked so that two messages about one
     * order wait for each other here, and not for a redelivery seconds later.
     *
     * @return the order as it is now
     * @throws OrderNotFound when there is none
     */
    public Order change(String orderNo, Consumer<Order> work) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    Order order = orders.lock(orderNo);
                    work.accept(order);
                    orders.save(order);
                    return order;
                }));
    }
}
