package io.kaimen.account.ledger;

import static io.kaimen.account.ledger.LedgerAccount.SALES_REVENUE;
import static io.kaimen.account.ledger.LedgerAccount.SHOPPER_RECEIVABLE;
import static io.kaimen.account.ledger.Posting.Entry.credit;
import static io.kaimen.account.ledger.Posting.Entry.debit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kaimen.account.OnAccountService;
import io.kaimen.account.Rows;
import io.kaimen.account.ledger.LedgerMapper.Balance;
import io.kaimen.contracts.Money;
import io.kaimen.testkit.Together;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnAccountService
class LedgerIT {

    @Autowired Ledger ledger;
    @Autowired LedgerController controller;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Rows rows;

    private final String shopper = UUID.randomUUID().toString();

    @Test
    void balancesAfterAnyNumberOfPostings() {
        var random = new Random(7);
        long owed = 0;
        for (int i = 0; i < 40; i++) {
            long fen = random.nextLong(1, 10_000);
            post(sale("random-" + i, fen));
            owed += fen;
        }

        assertThat(ledger.balance(SHOPPER_RECEIVABLE, shopper)).isEqualTo(Money.ofFen(owed));
        assertThat(controller.balances().sumFen()).isZero();
    }

    @Test
    void postsAKeyOnceHoweverManyTryTogether() throws InterruptedException {
        List<Object> results =
                Together.run(
                        8,
                        i ->
                                () -> {
                                    post(sale("once", 500));
                                    return "posted";
                                });

        assertThat(results).containsOnly("posted");
        assertThat(ledger.balance(SHOPPER_RECEIVABLE, shopper)).isEqualTo(Money.ofFen(500));
    }

    @Test
    void refusesOtherEntriesUnderAPostedKey() {
        post(sale("same", 500));

        assertThatThrownBy(() -> post(sale("same", 501))).isInstanceOf(PostingConflict.class);
        assertThat(ledger.balance(SHOPPER_RECEIVABLE, shopper)).isEqualTo(Money.ofFen(500));
    }

    @Test
    void postsOnlyInTheTransactionOfWhatItBelongsTo() {
        assertThatThrownBy(() -> ledger.post(sale("alone", 1)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void hasTheSameChartInCodeAndDatabase() {
        Map<LedgerAccount, LedgerAccount.Kind> inCode =
                Stream.of(LedgerAccount.values())
                        .collect(Collectors.toMap(a -> a, LedgerAccount::kind));
        Map<LedgerAccount, LedgerAccount.Kind> inDatabase =
                controller.balances().accounts().stream()
                        .collect(Collectors.toMap(Balance::code, Balance::kind));

        assertThat(inDatabase).isEqualTo(inCode);
    }

    @Test
    void takesNoEntryOfZeroAndNoAccountOutsideTheChart() {
        post(sale("constraints", 1));

        assertThatThrownBy(() -> insertEntry("SALES_REVENUE", 0))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> insertEntry("PETTY_CASH", 1))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void insertEntry(String account, long fen) {
        rows.change(
                """
                insert into ledger_entry (transaction_id, account, party, amount_fen)
                select min(id), ?, '', ? from ledger_transaction
                """,
                account,
                fen);
    }

    private void post(Posting posting) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> ledger.post(posting));
    }

    private Posting sale(String key, long fen) {
        return new Posting(
                "test:" + shopper + ":" + key,
                null,
                "test",
                List.of(
                        debit(SHOPPER_RECEIVABLE, shopper, Money.ofFen(fen)),
                        credit(SALES_REVENUE, "", Money.ofFen(fen))));
    }
}
