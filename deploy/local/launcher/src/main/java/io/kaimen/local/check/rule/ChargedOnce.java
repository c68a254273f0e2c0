package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import java.util.List;

/**
 * One collection an order, one order a collection; none for an order that was cancelled; and no
 * contradiction of the platform's left unresolved.
 */
final class ChargedOnce implements Rule {

    private static final String SQL =
            """
            select 'account.ledger_transaction' place, order_no item,
                concat('collected ', count(*), ' times: ', group_concat(business_key)) problem, null since
            from account.ledger_transaction
            where business_key like 'collection:%'
            group by order_no
            having count(*) > 1
            union all
            select 'account.settlement', transaction_id,
                concat('is the charge of ', count(*), ' orders: ', group_concat(order_no)), null
            from account.settlement
            where transaction_id is not null
            group by transaction_id
            having count(*) > 1
            union all
            select 'channel.platform_notification', business_no,
                concat('paid with ', count(*), ' outcomes: ', group_concat(outcome separator ', ')), null
            from channel.platform_notification
            where event_type = 'PAYSCORE.USER_PAID' and status <> 'DISPUTED'
            group by business_no
            having count(*) > 1
            union all
            select 'channel.platform_notification', business_no,
                concat(event_type, ' ', outcome, ' contradicts what was known and is not resolved'), last_at
            from channel.platform_notification
            where status = 'DISPUTED'
            union all
            select 'channel.capture', c.order_no,
                concat('collects ', c.total_fen, ' fen of an order that was cancelled'), null
            from channel.capture c
            join orders.orders o on o.order_no = c.order_no
            where o.status = 'CANCELLED'
            union all
            select 'channel.capture', c.order_no,
                concat(c.status, ' ', c.total_fen, ' fen as ', coalesce(c.transaction_id, 'no charge'),
                    '; settled ', coalesce(s.due_fen, 'nothing'), ' as ',
                    coalesce(s.transaction_id, 'no charge'),
                    '; ordered as ', coalesce(o.transaction_id, 'no charge')),
                greatest(c.updated_at, coalesce(s.updated_at, c.updated_at), coalesce(o.updated_at, c.updated_at))
            from channel.capture c
            left join account.settlement s on s.order_no = c.order_no
            left join orders.orders o on o.order_no = c.order_no
            where not (c.total_fen <=> s.due_fen and c.transaction_id <=> s.transaction_id
                and c.transaction_id <=> o.transaction_id)
            """;

    @Override
    public String name() {
        return "charged-once";
    }

    @Override
    public String says() {
        return "an order is charged at most once, and everybody names the same charge";
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        return Findings.of(evidence, SQL, Patience.MESSAGE);
    }
}
