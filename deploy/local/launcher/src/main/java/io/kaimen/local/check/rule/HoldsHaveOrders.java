package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import java.util.List;

/** The one place a shopper has, kept in two schemas: taken and given back with the order. */
final class HoldsHaveOrders implements Rule {

    private static final String SQL =
            """
            select 'account.purchase' place, p.order_no item,
                concat('holds shopper ', p.running_shopper_id, ': ',
                    coalesce(concat('the order is ', o.status, ' and ', o.payment_status),
                        'there is no such order')) problem,
                greatest(coalesce(p.placed_at, o.updated_at), coalesce(o.updated_at, p.placed_at)) since
            from account.purchase p
            left join orders.orders o on o.order_no = p.order_no
            where p.running_shopper_id is not null
                and (o.order_no is null or o.status = 'CANCELLED'
                    or o.payment_status in ('PAID', 'NOTHING_DUE', 'PARTLY_REFUNDED', 'REFUNDED'))
            union all
            select 'orders.orders', o.order_no,
                concat('holds shopper ', o.running_shopper_id, ' and is ', o.status, ' and ',
                    o.payment_status), null
            from orders.orders o
            where o.running_shopper_id is not null
                and (o.status = 'CANCELLED'
                    or o.payment_status in ('PAID', 'NOTHING_DUE', 'PARTLY_REFUNDED', 'REFUNDED'))
            union all
            select 'orders.orders', o.order_no, 'runs without a purchase hold',
                greatest(o.updated_at, coalesce(p.freed_at, o.updated_at))
            from orders.orders o
            left join account.purchase p on p.order_no = o.order_no
            where o.running_shopper_id is not null and p.running_shopper_id is null
            """;

    @Override
    public String name() {
        return "holds-have-orders";
    }

    @Override
    public String says() {
        return "every purchase hold is that of a running order, and the other way round";
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        return Findings.of(evidence, SQL, Patience.GLOBAL_TRANSACTION);
    }
}
