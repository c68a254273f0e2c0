package io.kaimen.local.check.rule;

import java.util.List;

/** All that must hold. */
public final class Rules {

    private Rules() {}

    /** The rules, for one run: some remember their earlier looks. */
    public static List<Rule> all() {
        return List.of(
                new LedgerBalances(),
                new TotalsAgree(),
                new LinesAgree(),
                new ChargedIsDue(),
                new ChargedOnce(),
                new PlatformAgrees(),
                new SessionsEnd(),
                new OrdersEnd(),
                new StatesFit(),
                new ClaimsHaveOwners(),
                new LocksHaveClaims(),
                new HoldsHaveOrders(),
                NothingLeftBehind.outbox(),
                NothingLeftBehind.undoLog(),
                new StockMoved(),
                new NoHalfMessages(),
                new NoDeadLetters(),
                NothingLeftBehind.deadLetters(),
                new MessagesConsumed());
    }
}
