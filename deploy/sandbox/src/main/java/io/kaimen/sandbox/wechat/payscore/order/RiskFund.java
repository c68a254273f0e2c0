package io.kaimen.sandbox.wechat.payscore.order;

import org.jspecify.annotations.Nullable;

/**
 * The amount at risk that an order states.
 *
 * @param name what it stands for
 * @param amount in fen
 * @param description shown to the user
 */
public record RiskFund(Name name, long amount, @Nullable String description) {

    /** What the amount stands for. */
    public enum Name {
        /** Deposit waived (先免). */
        DEPOSIT,
        /** Prepayment waived (先免). */
        ADVANCE,
        /** Guarantee waived (先免). */
        CASH_DEPOSIT,
        /** Estimated cost, enjoyed before paid (先享). */
        ESTIMATE_ORDER_COST
    }

    static RiskFund read(Body body, boolean needUserConfirm) {
        Name name = name(body, body.text("name", 64));
        if (!needUserConfirm && name != Name.ESTIMATE_ORDER_COST) {
            throw body.wrong("name", "免确认模式仅支持ESTIMATE_ORDER_COST");
        }
        return new RiskFund(name, body.amount("amount"), body.optionalText("description", 30));
    }

    /** The most this order may cost, in fen, given what the service allows. */
    long ceiling(long serviceCeiling) {
        return name == Name.ESTIMATE_ORDER_COST ? serviceCeiling : Math.min(amount, serviceCeiling);
    }

    private static Name name(Body body, String text) {
        try {
            return Name.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw body.wrong("name", "取值不在枚举范围内");
        }
    }
}
