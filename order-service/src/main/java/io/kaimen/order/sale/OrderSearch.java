package io.kaimen.order.sale;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import com.baomidou.mybatisplus.extension.plugins.pagination.Page;
import io.kaimen.service.page.Paged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Lists of orders, newest first. */
@Repository
public class OrderSearch {

    private final OrderMapper orders;

    OrderSearch(OrderMapper orders) {
        this.orders = orders;
    }

    /**
     * Which orders; null does not matter.
     *
     * @param from created at or after
     * @param to created before
     */
    public record Filter(
            @Nullable String sn,
            @Nullable OrderStatus status,
            @Nullable String shopperId,
            @Nullable Instant from,
            @Nullable Instant to) {

        /** All orders of one shopper. */
        public static Filter of(String shopperId) {
            return new Filter(null, null, shopperId, null, null);
        }
    }

    public Paged<Order> find(Filter filter, int page, int size) {
        Page<OrderRow> found = orders.selectPage(Page.of(page, size), query(filter));
        return new Paged<>(
                found.getRecords().stream().map(Order::new).toList(), found.getTotal(), page, size);
    }

    private static QueryWrapper<OrderRow> query(Filter filter) {
        return new QueryWrapper<OrderRow>()
                .eq(filter.sn() != null, "sn", filter.sn())
                .eq(filter.status() != null, "status", filter.status())
                .eq(filter.shopperId() != null, "shopper_id", filter.shopperId())
                .ge(filter.from() != null, "created_at", filter.from())
                .lt(filter.to() != null, "created_at", filter.to())
                .orderByDesc("created_at");
    }
}
