package io.kaimen.account.ledger;

import io.kaimen.contracts.Platform;

/** The chart of accounts; table {@code ledger_account} holds the same names. */
public enum LedgerAccount {
    /** Collected by the platform for us, not yet paid out by it. */
    WECHAT_RECEIVABLE(Kind.ASSET),
    ALIPAY_RECEIVABLE(Kind.ASSET),
    /** Owed for goods taken; negative for a shopper who paid too much. Party: the shopper. */
    SHOPPER_RECEIVABLE(Kind.ASSET),
    /** Topped up and not yet spent. Party: the shopper. */
    SHOPPER_BALANCE(Kind.LIABILITY),
    /** Sales at list price. */
    SALES_REVENUE(Kind.REVENUE),
    /** What coupons and points took off. */
    DISCOUNTS(Kind.EXPENSE);

    private final Kind kind;

    LedgerAccount(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Where the platform's debt to us is kept. */
    public static LedgerAccount receivableFrom(Platform platform) {
        return switch (platform) {
            case WECHAT -> WECHAT_RECEIVABLE;
            case ALIPAY -> ALIPAY_RECEIVABLE;
        };
    }

    /** What an account is; debits (positive) raise assets and expenses, credits the others. */
    public enum Kind {
        ASSET,
        LIABILITY,
        REVENUE,
        EXPENSE
    }
}
