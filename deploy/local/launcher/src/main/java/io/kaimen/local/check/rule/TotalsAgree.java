package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import java.util.List;

/**
 * What was taken costs the same wherever it is written down: the basket and its lines, the order
 * and its lines, the settlement and its lines, the revenue in the ledger.
 */
final class TotalsAgree implements Rule {

    private static final String SQL =
            """
            select 'device.basket' place, order_no item,
                concat('basket ', basket, ', its lines ', basket_lines,
                    ', order ', coalesce(ordered, 'none'), ', its lines ', order_lines,
                    ', settlement ', coalesce(settled, 'none'), ', its lines ', settled_lines,
                    ', revenue ', revenue, ' fen') problem,
                since
            from (
                select b.order_no, b.settled_at since, b.total_fen basket,
                    o.basket_fen ordered, s.basket_fen settled,
                    (select coalesce(sum(l.amount_fen), 0) from device.basket_line l
                        where l.order_no = b.order_no) basket_lines,
                    (select coalesce(sum(l.amount_fen), 0) from orders.order_line l
                        where l.order_no = b.order_no) order_lines,
                    (select coalesce(sum(l.amount_fen), 0) from account.settlement_line l
                        where l.order_no = b.order_no) settled_lines,
                    (select coalesce(-sum(e.amount_fen), 0) from account.ledger_transaction t
                        join account.ledger_entry e on e.transaction_id = t.id
                        where t.order_no = b.order_no and e.account = 'SALES_REVENUE') revenue
                from device.basket b
                left join orders.orders o on o.order_no = b.order_no
                left join account.settlement s on s.order_no = b.order_no
            ) told
            where not (basket <=> basket_lines and basket <=> ordered and basket <=> order_lines
                and basket <=> settled and basket <=> settled_lines and basket <=> revenue)
            union all
            select 'account.settlement', s.order_no, 'there is no basket', s.settled_at
            from account.settlement s
            left join device.basket b on b.order_no = s.order_no
            where b.order_no is null
            union all
            select 'orders.orders', o.order_no, concat('costs ', o.basket_fen, ' fen, there is no basket'),
                o.updated_at
            from orders.orders o
            left join device.basket b on b.order_no = o.order_no
            where o.basket_fen is not null and b.order_no is null
            """;

    @Override
    public String name() {
        return "totals-agree";
    }

    @Override
    public String says() {
        return "basket, order, settlement and ledger name the same total, and lines add up to it";
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        return Findings.of(evidence, SQL, Patience.MESSAGE);
    }
}
