package io.kaimen.account.settlement;

import static io.kaimen.account.ledger.LedgerAccount.DISCOUNTS;
import static io.kaimen.account.ledger.LedgerAccount.SALES_REVENUE;
import static io.kaimen.account.ledger.LedgerAccount.SHOPPER_RECEIVABLE;
import static io.kaimen.account.ledger.Posting.Entry.credit;
import static io.kaimen.account.ledger.Posting.Entry.debit;

import io.kaimen.account.ledger.LedgerAccount;
import io.kaimen.account.ledger.Posting;
import io.kaimen.account.ledger.Posting.Entry;
import io.kaimen.account.settlement.Settlement.Payment;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a settlement's steps look in the ledger. */
public final class SettlementPostings {

    private static final String NO_PARTY = "";

    private SettlementPostings() {}

    /** Goods left the cabinet: their price is revenue, owed by the shopper less what was given. */
    static Posting sale(Sale sale) {
        Due due = sale.due();
        List<Entry> entries = new ArrayList<>();
        if (!due.toCollect().isZero()) {
            entries.add(debit(SHOPPER_RECEIVABLE, sale.shopperId(), due.toCollect()));
        }
        if (!due.discount().isZero()) {
            entries.add(debit(DISCOUNTS, NO_PARTY, due.discount()));
        }
        entries.add(credit(SALES_REVENUE, NO_PARTY, due.basket()));
        return new Posting("sale:" + sale.orderNo(), sale.orderNo(), "Goods taken", entries);
    }

    /**
     * A platform collected from the shopper. What it collected too little stays owed; what it
     * collected too much makes the shopper's debt negative.
     */
    public static Posting collection(Sale sale, Payment payment) {
        Platform platform = sale.platform();
        Money total = payment.total();
        return new Posting(
                "collection:"
                        + platform.name().toLowerCase(Locale.ROOT)
                        + ":"
                        + payment.transactionId(),
                sale.orderNo(),
                "Collected by " + platform,
                List.of(
                        debit(LedgerAccount.receivableFrom(platform), NO_PARTY, total),
                        credit(SHOPPER_RECEIVABLE, sale.shopperId(), total)));
    }
}
