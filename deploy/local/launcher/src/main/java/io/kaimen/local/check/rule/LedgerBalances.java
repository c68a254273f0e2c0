package io.kaimen.local.check.rule;

import io.kaimen.local.check.source.Evidence;
import java.util.List;

/** Double entry: debits are positive, credits negative, and what belongs together sums to zero. */
final class LedgerBalances implements Rule {

    private static final String SQL =
            """
            select 'account.ledger_transaction' place, t.business_key item,
                coalesce(concat('debits and credits differ by ', sum(e.amount_fen), ' fen'),
                    'has no entries') problem,
                null since
            from account.ledger_transaction t
            left join account.ledger_entry e on e.transaction_id = t.id
            group by t.id, t.business_key
            having coalesce(sum(e.amount_fen), 1) <> 0
            union all
            select 'account.ledger_entry', 'the whole ledger',
                concat('debits and credits differ by ', sum(amount_fen), ' fen'), null
            from account.ledger_entry
            having sum(amount_fen) <> 0
            """;

    @Override
    public String name() {
        return "ledger-balances";
    }

    @Override
    public String says() {
        return "debits equal credits, in every ledger transaction and overall";
    }

    @Override
    public List<Finding> look(Evidence evidence) {
        return Findings.of(evidence, SQL, Patience.MESSAGE);
    }
}
