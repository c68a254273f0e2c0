package io.kaimen.account.capture;

import io.kaimen.account.settlement.SettlementLine;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.channel.CapturesApi.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The receipt the platform shows: one item a product, of which platforms take 100 at most. */
final class ReceiptItems {

    static final int MOST = 100;

    /** Shown to shoppers: "other goods". */
    static final String OTHERS = "其他商品";

    private ReceiptItems() {}

    /** Merges lanes of one product; past the limit the cheapest products become one item. */
    static List<Item> of(List<SettlementLine> lines) {
        Map<String, Item> bySku = new LinkedHashMap<>();
        for (SettlementLine line : lines) {
            var item = new Item(line.productName(), line.quantity(), line.amountFen());
            bySku.merge(line.sku(), item, (a, b) -> sum(a.name(), a, b));
        }
        List<Item> items = new ArrayList<>(bySku.values());
        if (items.size() <= MOST) {
            return items;
        }
        items.sort(Comparator.comparing(Item::amount).reversed());
        List<Item> shown = new ArrayList<>(items.subList(0, MOST - 1));
        shown.add(
                items.subList(MOST - 1, items.size()).stream()
                        .reduce(new Item(OTHERS, 0, Money.ZERO), (a, b) -> sum(OTHERS, a, b)));
        return shown;
    }

    private static Item sum(String name, Item a, Item b) {
        return new Item(name, a.quantity() + b.quantity(), a.amount().plus(b.amount()));
    }
}
