package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import java.util.ArrayList;
import java.util.List;

/**
 * Charged is what the lines cost less discounts and refunds. Nothing books refunds yet; one that
 * does has to lower what the platform's receivable of the order sums to, and is counted here then.
 */
final class ChargedIsDue implements Rule {

    /** Account-service's own rows, which change together: nothing to wait for. */
    private static final String IN_ACCOUNT =
            """
            select 'account.settlement' place, order_no item,
                concat(status, ': basket ', basket_fen, ', discount ', discount_fen, ', due ',
                    due_fen, ', captured ', captured_fen, ' fen; the ledger has ', collected,
                    ' collected, ', given, ' given away, ', owed, ' owed') problem,
                null since
            from (
                select s.*,
                    (select coalesce(sum(e.amount_fen), 0) from account.ledger_transaction t
                        join account.ledger_entry e on e.transaction_id = t.id
                        where t.order_no = s.order_no
                            and e.account in ('WECHAT_RECEIVABLE', 'ALIPAY_RECEIVABLE')) collected,
                    (select coalesce(sum(e.amount_fen), 0) from account.ledger_transaction t
                        join account.ledger_entry e on e.transaction_id = t.id
                        where t.order_no = s.order_no and e.account = 'DISCOUNTS') given,
                    (select coalesce(sum(e.amount_fen), 0) from account.ledger_transaction t
                        join account.ledger_entry e on e.transaction_id = t.id
                        where t.order_no = s.order_no and e.account = 'SHOPPER_RECEIVABLE') owed
                from account.settlement s
            ) s
            where due_fen <> basket_fen - discount_fen
                or status = 'PAID' and captured_fen <> due_fen
                or status = 'NOTHING_DUE' and (due_fen <> 0 or captured_fen <> 0)
                or collected <> captured_fen
                or given <> discount_fen
                or owed <> due_fen - captured_fen
            """;

    private static final String IN_ORDER =
            """
            select 'orders.orders' place, o.order_no item,
                concat(o.payment_status, ': due ', coalesce(o.due_fen, 'unknown'), ', paid ',
                    coalesce(o.paid_fen, 'unknown'), ' fen; settled as due ',
                    coalesce(s.due_fen, 'nothing'), ', captured ',
                    coalesce(s.captured_fen, 'nothing')) problem,
                greatest(o.updated_at, coalesce(s.updated_at, o.updated_at)) since
            from orders.orders o
            left join account.settlement s on s.order_no = o.order_no
            where (o.payment_status in ('PAID', 'NOTHING_DUE', 'PARTLY_REFUNDED', 'REFUNDED')
                    or o.paid_fen is not null)
                and not (o.due_fen <=> s.due_fen and o.paid_fen <=> s.captured_fen)
            """;

    @Override
    public String name() {
        return "charged-is-due";
    }

    @Override
    public String says() {
        return "what was charged is the order's lines less discounts and refunds";
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        var findings = new ArrayList<>(Findings.of(evidence, IN_ACCOUNT, Patience.MESSAGE));
        findings.addAll(Findings.of(evidence, IN_ORDER, Patience.MESSAGE));
        return findings;
    }
}
