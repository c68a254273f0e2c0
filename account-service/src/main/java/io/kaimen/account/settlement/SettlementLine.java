package io.kaimen.account.settlement;

import io.kaimen.contracts.Money;

/** Units of one product taken from one lane. */
public record SettlementLine(
        int lane,
        String sku,
        String productName,
        int quantity,
        Money unitPriceFen,
        Money amountFen) {}
