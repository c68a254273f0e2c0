package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import java.util.List;

/**
 * Every basket line lowered its lane once, nothing else is booked as sold, and a lane's book stock
 * is the sum of its product's movements.
 */
final class StockMoved implements Rule {

    private static final String SQL =
            """
            select 'replenish.stock_movement' place,
                concat(l.order_no, ' lane ', l.lane, ' ', l.sku) item,
                concat(l.quantity, ' were sold, ', coalesce(-m.units, 'none'), ' moved') problem,
                b.settled_at since
            from device.basket_line l
            join device.basket b on b.order_no = l.order_no
            left join replenish.stock_movement m on m.reference = l.order_no and m.lane = l.lane
                and m.sku = l.sku and m.cause = 'SOLD'
            where not (-m.units <=> l.quantity)
            union all
            select 'replenish.stock_movement', concat(m.reference, ' lane ', m.lane, ' ', m.sku),
                concat(-m.units, ' moved as sold that no basket has'), m.moved_at
            from replenish.stock_movement m
            left join device.basket_line l on l.order_no = m.reference and l.lane = m.lane
                and l.sku = m.sku
            where m.cause = 'SOLD' and l.order_no is null
            union all
            select 'replenish.lane_stock', concat(s.sn, ' lane ', s.lane),
                concat(s.units, ' by the book, its movements make ', coalesce(sum(m.units), 0)), null
            from replenish.lane_stock s
            left join replenish.stock_movement m on m.sn = s.sn and m.lane = s.lane and m.sku = s.sku
            group by s.sn, s.lane, s.units
            having s.units <> coalesce(sum(m.units), 0)
            """;

    @Override
    public String name() {
        return "stock-moved";
    }

    @Override
    public String says() {
        return "stock moved as it was sold, restocked and written off";
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        return Findings.of(evidence, SQL, Patience.MESSAGE);
    }
}
