package io.kaimen.order.sale;

import io.kaimen.order.StillInGlobalTransaction;
import io.kaimen.service.state.StaleMove;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.seata.spring.annotation.GlobalLock;
import org.springframework.stereotype.Repository;

/** All orders. */
@Repository
public class Orders {

    private final OrderMapper orders;
    private final MoveMapper moves;
    private final Clock clock;

    Orders(OrderMapper orders, MoveMapper moves, Clock clock) {
        this.orders = orders;
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * Writes a new order.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the shopper has a running one
     */
    public void add(Order order) {
        orders.insert(order.row());
    }

    public Optional<Order> find(String orderNo) {
        return Optional.ofNullable(orders.selectById(orderNo)).map(Order::new);
    }

    /** When an order was last changed: the cheapest way to see that it was. */
    public Optional<Instant> updatedAt(String orderNo) {
        return Optional.ofNullable(orders.updatedAt(orderNo));
    }

    /** The order that takes the shopper's one place. */
    public Optional<Order> running(String shopperId) {
        return Optional.ofNullable(orders.running(shopperId)).map(Order::new);
    }

    /** The oldest order the shopper owes money for. */
    public Optional<Order> unpaid(String shopperId) {
        return Optional.ofNullable(orders.unpaid(shopperId)).map(Order::new);
    }

    /** The moves of an order, in the order they were recorded. */
    public List<Move> moves(String orderNo) {
        return moves.of(orderNo);
    }

    /** The same with when each was recorded. */
    public List<RecordedMove> recordedMoves(String orderNo) {
        return moves.recorded(orderNo);
    }

    /**
     * Waits until the global transaction that is writing this order has ended. Its row shows before
     * that, and would vanish again if the purchase hold failed: nothing may be built on it.
     *
     * @return false when there is no such order (any more)
     * @throws StillInGlobalTransaction when it has not ended after two seconds
     */
    @GlobalLock(lockRetryInterval = 50, lockRetryTimes = 40)
    public boolean awaitPlaced(String orderNo) {
        return StillInGlobalTransaction.orResult(() -> orders.lockNumber(orderNo)) != null;
    }

    /**
     * @throws OrderNotFound when there is none
     */
    Order get(String orderNo) {
        return find(orderNo)
                .orElseThrow(() -> new OrderNotFound("There is no order " + orderNo + "."));
    }

    Optional<OrderStatus> status(String orderNo) {
        return Optional.ofNullable(orders.status(orderNo));
    }

    /** Numbers of orders to look at by now, longest due first. */
    List<String> due(Instant now, int limit) {
        return orders.due(now, limit);
    }

    /** Reads an order and keeps its row locked to the end of the transaction. */
    Order lock(String orderNo) {
        OrderRow row = orders.lock(orderNo);
        if (row == null) {
            throw new OrderNotFound("There is no order " + orderNo + ".");
        }
        return new Order(row);
    }

    /**
     * Writes what has changed since the order was read, and its moves.
     *
     * @throws StaleMove when its states have changed meanwhile
     */
    void save(Order order) {
        Instant now = clock.instant();
        order.row().updatedAt = now;
        StaleMove.unlessOne(
                orders.move(order.row(), order.progress().loaded()), "Order " + order.orderNo());
        List<Move> made = order.progress().moves();
        if (!made.isEmpty()) {
            moves.add(order.orderNo(), made, now);
        }
    }
}
