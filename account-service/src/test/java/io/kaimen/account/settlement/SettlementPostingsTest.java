package io.kaimen.account.settlement;

import static io.kaimen.account.ledger.LedgerAccount.SHOPPER_RECEIVABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.account.ledger.LedgerAccount;
import io.kaimen.account.ledger.Posting;
import io.kaimen.account.settlement.Settlement.Payment;
import io.kaimen.contracts.Money;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SettlementPostingsTest {

    /** That each single posting balances, its constructor sees to. */
    @Test
    void leavesTheShopperOwingWhatIsDueLessWhatWasCollected() {
        var random = new Random(20);
        for (int i = 0; i < 2_000; i++) {
            long basket = random.nextLong(1, 100_000);
            long discount = random.nextBoolean() ? 0 : random.nextLong(0, basket + 1);
            long collected = random.nextLong(1, 100_000);
            var due =
                    new Due(
                            Money.ofFen(basket),
                            Money.ofFen(discount),
                            Money.ofFen(basket - discount));
            Sale sale = Sales.of("o-" + i, due);
            var payment = new Payment(Money.ofFen(collected), "t-" + i, Instant.EPOCH);

            List<Posting> postings =
                    List.of(
                            SettlementPostings.sale(sale),
                            SettlementPostings.collection(sale, payment));

            assertThat(sum(postings, SHOPPER_RECEIVABLE)).isEqualTo(basket - discount - collected);
            assertThat(sum(postings, LedgerAccount.WECHAT_RECEIVABLE)).isEqualTo(collected);
            assertThat(sum(postings, LedgerAccount.SALES_REVENUE)).isEqualTo(-basket);
            assertThat(sum(postings, LedgerAccount.DISCOUNTS)).isEqualTo(discount);
        }
    }

    @Test
    void namesACollectionAfterThePlatformsTransaction() {
        var payment = new Payment(Money.ofFen(1), "4200", Instant.EPOCH);

        assertThat(SettlementPostings.collection(Sales.ofFen("o", 1), payment).key())
                .isEqualTo("collection:wechat:4200");
    }

    private static long sum(List<Posting> postings, LedgerAccount account) {
        return postings.stream()
                .flatMap(p -> p.entries().stream())
                .filter(e -> e.account() == account)
                .mapToLong(e -> e.amount().fen())
                .sum();
    }
}
