package io.kaimen.account.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.account.settlement.SettlementLine;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.channel.CapturesApi.Item;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReceiptItemsTest {

    @Test
    void mergesLanesOfOneProduct() {
        assertThat(
                        ReceiptItems.of(
                                List.of(line(1, "cola", 2), line(4, "tea", 1), line(2, "cola", 1))))
                .containsExactly(
                        new Item("cola", 3, Money.ofFen(900)),
                        new Item("tea", 1, Money.ofFen(300)));
    }

    @Test
    void keepsAHundredProductsAsTheyAre() {
        assertThat(ReceiptItems.of(lines(100)))
                .hasSize(100)
                .noneMatch(i -> i.name().equals(ReceiptItems.OTHERS));
    }

    @Test
    void makesOneItemOfTheCheapestPastAHundredAndKeepsTheSum() {
        List<Item> items = ReceiptItems.of(lines(130));

        assertThat(items).hasSize(100);
        assertThat(items.getLast().name()).isEqualTo(ReceiptItems.OTHERS);
        assertThat(items.getLast().amount()).isEqualTo(total(lines(31)));
        assertThat(items.stream().map(Item::amount).reduce(Money.ZERO, Money::plus))
                .isEqualTo(total(lines(130)));
    }

    private static Money total(List<SettlementLine> lines) {
        return lines.stream().map(SettlementLine::amountFen).reduce(Money.ZERO, Money::plus);
    }

    /** The n-th product was taken n times. */
    private static List<SettlementLine> lines(int products) {
        return IntStream.rangeClosed(1, products).mapToObj(n -> line(n, "p" + n, n)).toList();
    }

    private static SettlementLine line(int lane, String sku, int quantity) {
        Money price = Money.ofFen(300);
        return new SettlementLine(lane, sku, sku, quantity, price, price.times(quantity));
    }
}
