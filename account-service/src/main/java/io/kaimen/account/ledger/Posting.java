package io.kaimen.account.ledger;

import io.kaimen.contracts.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of the ledger; there is none that does not balance.
 *
 * @param key says what is posted; the ledger posts a key once
 * @param orderNo the order it belongs to, if any
 * @param description for people
 * @param entries at least two, none zero, their sum zero
 */
public record Posting(
        String key, @Nullable String orderNo, String description, List<Entry> entries) {

    /**
     * @throws UnbalancedPosting when the entries do not balance
     */
    public Posting {
        entries = List.copyOf(entries);
        Money sum = entries.stream().map(Entry::amount).reduce(Money.ZERO, Money::plus);
        if (!sum.isZero()) {
            throw new UnbalancedPosting(key + " is off by " + sum);
        }
        if (entries.size() < 2 || entries.stream().anyMatch(e -> e.amount().isZero())) {
            throw new UnbalancedPosting(key + " has too few entries, or one of zero");
        }
    }

    /**
     * A change of one account.
     *
     * @param party whose part of the account; empty where it has none
     * @param amount positive: debit; negative: credit
     */
    public record Entry(LedgerAccount account, String party, Money amount) {

        public static Entry debit(LedgerAccount account, String party, Money amount) {
            return new Entry(account, party, amount);
        }

        public static Entry credit(LedgerAccount account, String party, Money amount) {
            return new Entry(account, party, Money.ZERO.minus(amount));
        }
    }
}
