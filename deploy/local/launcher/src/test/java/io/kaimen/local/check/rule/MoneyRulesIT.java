package io.kaimen.local.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each rule about money holds for a paid purchase and names what is broken in it. */
class MoneyRulesIT {

    private Books books = Books.withOnePurchase();

    @BeforeEach
    void onePurchase() {
        books = Books.withOnePurchase();
    }

    @Test
    void aLedgerTransactionThatLostAnEntryIsNamed() {
        assertThat(books.look(new LedgerBalances())).isEmpty();
        books.change("delete from account.ledger_entry where account = 'SALES_REVENUE'");
        assertThat(books.look(new LedgerBalances()))
                .containsExactlyInAnyOrder(
                        wrong(
                                "account.ledger_transaction",
                                "sale:K1",
                                "debits and credits differ by 1250 fen"),
                        wrong(
                                "account.ledger_entry",
                                "the whole ledger",
                                "debits and credits differ by 1250 fen"));
    }

    @Test
    void aLedgerTransactionThatLostAllEntriesIsNamed() {
        books.change("delete from account.ledger_entry where transaction_id = 2");
        assertThat(books.look(new LedgerBalances()))
                .containsExactly(
                        wrong(
                                "account.ledger_transaction",
                                "collection:wechat:T1",
                                "has no entries"));
    }

    @Test
    void anOrderThatCostsAnotherTotalIsNamed() {
        assertThat(books.look(new TotalsAgree())).isEmpty();
        books.change("update orders.orders set basket_fen = 1249");
        assertThat(books.look(new TotalsAgree()))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.key()).isEqualTo("K1");
                    assertThat(found.what()).contains("basket 1250").contains("order 1249");
                    assertThat(found.running()).isFalse();
                });
    }

    @Test
    void anOrderThatHasNotHeardOfItsBasketYetIsRunning() {
        books.change("update orders.orders set basket_fen = null; delete from orders.order_line");
        assertThat(books.look(new TotalsAgree(), Books.OVER.plusSeconds(5)))
                .singleElement()
                .matches(Finding::running);
        assertThat(books.look(new TotalsAgree())).singleElement().matches(f -> !f.running());
    }

    @Test
    void aSettlementAndAnOrderWithoutABasketAreNamed() {
        books.change("delete from device.basket; delete from device.basket_line");
        assertThat(books.look(new TotalsAgree()))
                .extracting(Finding::where)
                .containsExactlyInAnyOrder("account.settlement", "orders.orders");
    }

    @Test
    void aLineThatDiffersIsNamedOnBothSides() {
        assertThat(books.look(new LinesAgree())).isEmpty();
        books.change("update orders.order_line set quantity = 1, amount_fen = 400 where lane = 1");
        assertThat(books.look(new LinesAgree()))
                .extracting(Finding::what)
                .containsExactlyInAnyOrder(
                        "1 at 400 for 400 fen is only in the order",
                        "2 at 400 for 800 fen is only in the basket and the settlement");
    }

    @Test
    void aLineThatDoesNotMultiplyIsNamed() {
        books.change(
                """
                update orders.order_line set amount_fen = 801 where lane = 1;
                update device.basket_line set amount_fen = 801 where lane = 1;
                update account.settlement_line set amount_fen = 801 where lane = 1
                """);
        assertThat(books.look(new LinesAgree()))
                .singleElement()
                .satisfies(found -> assertThat(found.what()).endsWith("and does not multiply"));
    }

    @Test
    void aCaptureOfAnotherAmountThanIsDueIsNamed() {
        assertThat(books.look(new ChargedIsDue())).isEmpty();
        books.change("update account.settlement set captured_fen = 1251");
        assertThat(books.look(new ChargedIsDue()))
                .extracting(Finding::where)
                .containsExactlyInAnyOrder("account.settlement", "orders.orders");
    }

    @Test
    void aChargeTheLedgerDoesNotHaveIsNamed() {
        books.change("delete from account.ledger_entry where transaction_id = 2");
        assertThat(books.look(new ChargedIsDue()))
                .singleElement()
                .satisfies(found -> assertThat(found.what()).contains("0 collected"));
    }

    @Test
    void aDiscountNobodyBookedIsNamed() {
        books.change("update account.settlement set discount_fen = 50");
        assertThat(books.look(new ChargedIsDue())).hasSize(1);
    }

    @Test
    void anOrderThatSaysItPaidOtherwiseIsNamed() {
        books.change("update orders.orders set paid_fen = 1000");
        assertThat(books.look(new ChargedIsDue()))
                .singleElement()
                .satisfies(found -> assertThat(found.what()).contains("paid 1000"));
    }

    @Test
    void aSecondChargeIsNamed() {
        assertThat(books.look(new ChargedOnce())).isEmpty();
        books.change(
                """
                insert into account.ledger_transaction (business_key, order_no, description, posted_at)
                values ('collection:wechat:T2', 'K1', 'again', utc_timestamp())
                """);
        assertThat(books.look(new ChargedOnce()))
                .singleElement()
                .satisfies(found -> assertThat(found.what()).startsWith("collected 2 times"));
    }

    @Test
    void aCaptureNobodySettledIsNamed() {
        books.change("update channel.capture set transaction_id = 'T9'");
        assertThat(books.look(new ChargedOnce()))
                .singleElement()
                .satisfies(found -> assertThat(found.what()).contains("T9").contains("T1"));
    }

    @Test
    void aCaptureOfACancelledOrderIsNamed() {
        books.change("update orders.orders set status = 'CANCELLED', opened_at = null");
        assertThat(books.look(new ChargedOnce()))
                .singleElement()
                .satisfies(found -> assertThat(found.what()).contains("was cancelled"));
    }

    @Test
    void aContradictionThatIsNotResolvedIsNamed() {
        books.change("update channel.platform_notification set status = 'DISPUTED'");
        assertThat(books.look(new ChargedOnce()))
                .singleElement()
                .satisfies(found -> assertThat(found.what()).contains("not resolved"));
    }

    private static Finding wrong(String where, String key, String what) {
        return new Finding(where, key, what, false);
    }
}
