package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import java.util.List;

/** Line by line, what was taken is what was sold and what was settled. */
final class LinesAgree implements Rule {

    private static final String SQL =
            """
            select 'device.basket_line' place,
                concat(l.order_no, ' lane ', l.lane, ' ', l.sku) item,
                concat(l.quantity, ' at ', l.unit_price_fen, ' for ', l.amount_fen, ' fen is only in ',
                    group_concat(l.who order by l.who separator ' and '),
                    if(l.amount_fen <> l.quantity * l.unit_price_fen, ', and does not multiply', '')) problem,
                max(l.since) since
            from (
                select 'the basket' who, l.order_no, l.lane, l.sku, l.quantity, l.unit_price_fen,
                    l.amount_fen, b.settled_at since
                from device.basket_line l left join device.basket b on b.order_no = l.order_no
                union all
                select 'the order', order_no, lane, sku, quantity, unit_price_fen, amount_fen, sold_at
                from orders.order_line
                union all
                select 'the settlement', l.order_no, l.lane, l.sku, l.quantity, l.unit_price_fen,
                    l.amount_fen, s.settled_at
                from account.settlement_line l left join account.settlement s on s.order_no = l.order_no
            ) l
            group by l.order_no, l.lane, l.sku, l.quantity, l.unit_price_fen, l.amount_fen
            having count(*) <> 3 or l.amount_fen <> l.quantity * l.unit_price_fen
            """;

    @Override
    public String name() {
        return "lines-agree";
    }

    @Override
    public String says() {
        return "basket, order and settlement have the same lines, each its quantity times its price";
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        return Findings.of(evidence, SQL, Patience.MESSAGE);
    }
}
