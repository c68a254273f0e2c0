package io.kaimen.sandbox.wechat.payscore;

import io.kaimen.sandbox.journal.Journal;
import io.kaimen.sandbox.journal.JournalEntry;
import io.kaimen.sandbox.time.PlatformClock;
import io.kaimen.sandbox.wechat.ApiError;
import io.kaimen.sandbox.wechat.Refusal;
import io.kaimen.sandbox.wechat.notify.Notifier;
import io.kaimen.sandbox.wechat.payscore.order.Order;
import io.kaimen.sandbox.wechat.payscore.order.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * All orders. A change and the notice it causes are one line of the journal, written before the
 * change can be seen or answered.
 *
 * <p>One lock for all of them: risk control looks at all orders of a person, and a change takes
 * microseconds.
 */
@Component
public class Orders {

    private static final String KIND = "order";

    private final Journal journal;
    private final Notifier notifier;
    private final OrderEntity entity;
    private final PlatformClock clock;
    private final OrderIndex index;
    private final ReentrantLock lock = new ReentrantLock();

    Orders(Journal journal, Notifier notifier, OrderEntity entity, PlatformClock clock) {
        this.journal = journal;
        this.notifier = notifier;
        this.entity = entity;
        this.clock = clock;
        this.index =
                new OrderIndex(
                        (number, position) -> journal.read(position, KIND, number, Order.class));
        journal.restore(KIND, Order.class, order -> index.put(order.value(), order.position()));
    }

    /**
     * Creates an order, or answers the one that was created with the same terms.
     *
     * @param first makes the order when its number is new; what it throws leaves the number unused
     * @throws ApiError when the number was used with other terms
     */
    Order create(Terms terms, Supplier<Order> first) {
        lock.lock();
        try {
            Optional<Order> existing = find(terms.outOrderNo());
            if (existing.isEmpty()) {
                Order created = first.get();
                write(created, List.of());
                return created;
            }
            if (!existing.get().terms().equals(terms)) {
                throw Refusal.REPEAT_DIFFERS.error();
            }
            return existing.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Changes an order; what the change throws leaves it as it was.
     *
     * @throws ApiError when there is no such order
     */
    public Order change(String outOrderNo, UnaryOperator<Order> change) {
        lock.lock();
        try {
            Order before = find(outOrderNo).orElseThrow(Refusal.ORDER_NOT_EXIST::error);
            Order after = change.apply(before);
            if (!after.equals(before)) {
                save(before, after);
            }
            return after;
        } finally {
            lock.unlock();
        }
    }

    /** The order of a number, as it is by now. */
    public Optional<Order> find(String outOrderNo) {
        return upToDate(index.byNumber(outOrderNo));
    }

    /** The order whose confirmation page a package opens. */
    public Optional<Order> findByPackage(String packageToken) {
        return upToDate(index.byPackage(packageToken));
    }

    /** The order of a query id. */
    Optional<Order> findByQueryId(String queryId) {
        return upToDate(index.byQueryId(queryId));
    }

    /** A person's orders that are running or waiting for payment. */
    public List<Order> unfinishedOf(String openid) {
        return index.unfinishedOf(openid);
    }

    /** All orders that have not ended. */
    List<Order> unfinished() {
        return index.unfinished();
    }

    /** The latest orders: created last, or changed last before the sandbox was started. */
    public List<Order> latest(int limit) {
        return index.latest(limit);
    }

    private Optional<Order> upToDate(Optional<Order> remembered) {
        return remembered.map(order -> {
            Order today = order.at(clock.instant());
            return today.equals(order) ? order : expire(order.outOrderNo());
        });
    }

    private Order expire(String outOrderNo) {
        lock.lock();
        try {
            Order before = index.byNumber(outOrderNo).orElseThrow();
            Order after = before.at(clock.instant());
            if (!after.equals(before)) {
                save(before, after);
            }
            return after;
        } finally {
            lock.unlock();
        }
    }

    private void save(Order before, Order after) {
        Optional<Notifier.Draft> notice =
                OrderEvents.between(before, after)
                        .map(type ->
                                notifier.draft(
                                        after.outOrderNo(),
                                        type,
                                        after.terms().notifyUrl(),
                                        entity.whole(after).toString()));
        write(after, notice.map(draft -> List.of(draft.entry())).orElse(List.of()));
        notice.ifPresent(notifier::announce);
        if (after.stage().ended() && notice.isEmpty()) {
            notifier.release(after.outOrderNo());
        }
    }

    private void write(Order order, List<JournalEntry> more) {
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(new JournalEntry(KIND, order.outOrderNo(), order));
        entries.addAll(more);
        index.put(order, journal.append(entries));
    }
}
