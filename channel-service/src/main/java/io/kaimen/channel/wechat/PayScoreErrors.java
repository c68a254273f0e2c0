package io.kaimen.channel.wechat;

import java.util.Set;

/** WeChat's internal error numbers that change what we do. */
final class PayScoreErrors {

    static final long ORDER_NOT_FOUND = 271317510;

    /** The same order number with another body. */
    static final long REENTRY_DIFFERS = 271316598;

    private static final long RISK_NOT_PASSED = 271300099;
    private static final long OVERDUE_ORDERS = 271299627;
    private static final long TEENAGER_MODE = 268560785;

    private static final Set<Long> NOT_VOUCHED =
            Set.of(RISK_NOT_PASSED, OVERDUE_ORDERS, TEENAGER_MODE);

    private PayScoreErrors() {}

    /**
     * Whether WeChat looked at the shopper and said no, in answer to a create. The number tells;
     * where there is none, INVALID_REQUEST with the risk department's own words does.
     */
    static boolean isRiskRefusal(PayScoreAnswer.Refused refused) {
        if (refused.number() != 0) {
            return NOT_VOUCHED.contains(refused.number());
        }
        return "INVALID_REQUEST".equals(refused.code())
                && refused.message() != null
                && refused.message().contains("综合评估");
    }
}
