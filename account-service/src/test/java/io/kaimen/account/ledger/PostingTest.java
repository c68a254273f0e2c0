package io.kaimen.account.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaimen.account.ledger.Posting.Entry;
import io.kaimen.contracts.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingTest {

    private static final LedgerAccount[] ACCOUNTS = LedgerAccount.values();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void acceptsWhateverSumsToZeroAndNothingElse(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            List<Entry> balanced = balanced(random);
            assertThat(new Posting("k", null, "d", balanced).entries()).isEqualTo(balanced);

            int at = random.nextInt(balanced.size());
            List<Entry> off = new ArrayList<>(balanced);
            off.set(at, moved(off.get(at), random.nextLong(1, 1_000)));
            assertThatThrownBy(() -> new Posting("k", null, "d", off))
                    .isInstanceOf(UnbalancedPosting.class);
        }
    }

    @Test
    void rejectsAnEntryOfZero() {
        List<Entry> entries =
                List.of(
                        Entry.debit(LedgerAccount.WECHAT_RECEIVABLE, "", Money.ofFen(5)),
                        Entry.credit(LedgerAccount.SALES_REVENUE, "", Money.ofFen(5)),
                        Entry.credit(LedgerAccount.DISCOUNTS, "", Money.ZERO));

        assertThatThrownBy(() -> new Posting("k", null, "d", entries))
                .isInstanceOf(UnbalancedPosting.class);
    }

    @Test
    void rejectsNoEntries() {
        assertThatThrownBy(() -> new Posting("k", null, "d", List.of()))
                .isInstanceOf(UnbalancedPosting.class);
    }

    @Test
    void doesNotOverflowIntoBalance() {
        List<Entry> entries =
                List.of(
                        new Entry(LedgerAccount.DISCOUNTS, "", Money.ofFen(Long.MAX_VALUE)),
                        new Entry(LedgerAccount.DISCOUNTS, "", Money.ofFen(Long.MAX_VALUE)),
                        new Entry(LedgerAccount.SALES_REVENUE, "", Money.ofFen(2)));

        assertThatThrownBy(() -> new Posting("k", null, "d", entries))
                .isInstanceOf(ArithmeticException.class);
    }

    /** Any number of random entries and one that balances them. */
    private static List<Entry> balanced(Random random) {
        List<Entry> entries = new ArrayList<>();
        Money sum = Money.ZERO;
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            Entry entry = entry(random, random.nextLong(1, 1_000_000) * sign(random));
            entries.add(entry);
            sum = sum.plus(entry.amount());
        }
        if (sum.isZero()) {
            entries.add(entry(random, 7));
            sum = Money.ofFen(7);
        }
        entries.add(entry(random, -sum.fen()));
        return entries;
    }

    private static Entry entry(Random random, long fen) {
        LedgerAccount account = ACCOUNTS[random.nextInt(ACCOUNTS.length)];
        return new Entry(account, "shopper-" + random.nextInt(3), Money.ofFen(fen));
    }

    private static Entry moved(Entry entry, long fen) {
        return new Entry(entry.account(), entry.party(), entry.amount().plus(Money.ofFen(fen)));
    }

    private static int sign(Random random) {
        return random.nextBoolean() ? 1 : -1;
    }
}
