package io.kaimen.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.e2e.Script.Result;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What deploy/check says of a stack that fits, and of one in which something was broken. */
class CheckIT {

    private final Stack stack = Stack.get();

    @AfterAll
    static void everythingIsMended() {
        Stack.get().assertEverythingFits();
    }

    @Test
    void everyRuleHoldsAfterPurchases() {
        stack.bought("--take", "1=2");
        stack.buy("--take", "nothing");
        Result result = stack.check("--settle-for", "40");
        assertThat(result.exitCode()).as(result.out()).isZero();
        JsonNode verdict = Stack.JSON.readTree(result.out());
        assertThat(verdict.path("holds").asBoolean()).isTrue();
        assertThat(verdict.path("rules").size()).isGreaterThanOrEqualTo(18);
    }

    @Test
    void aPurchaseJustMadeIsNoError() {
        stack.bought("--take", "1=1");
        assertThat(stack.check("--settle-for", "0").exitCode()).isZero();
    }

    @Test
    void aLostLedgerEntryIsNamed() {
        String order = stack.bought("--take", "1=1").path("orderNo").asString();
        stack.execute(
                "update account.ledger_entry e join account.ledger_transaction t on t.id = e.transaction_id"
                        + " set e.amount_fen = e.amount_fen + 1 where e.account = 'SALES_REVENUE'"
                        + " and t.order_no = '"
                        + order
                        + "'");
        try {
            assertThat(violations("ledger-balances").toString()).contains("sale:" + order);
        } finally {
            stack.execute(
                    "update account.ledger_entry e join account.ledger_transaction t on t.id = e.transaction_id"
                            + " set e.amount_fen = e.amount_fen - 1 where e.account = 'SALES_REVENUE'"
                            + " and t.order_no = '"
                            + order
                            + "'");
        }
    }

    @Test
    void anOrphanClaimIsNamed() {
        stack.execute(
                "insert into device.door_claim (sn, door, kind, holder, fence, lock_token, claimed_at)"
                        + " values ('NONE-1', 1, 'SALE', 'NO-ORDER', 1, 't', utc_timestamp() - interval 1 hour)");
        try {
            assertThat(violations("claims-have-owners").toString()).contains("NO-ORDER");
        } finally {
            stack.execute("delete from device.door_claim where sn = 'NONE-1'");
        }
    }

    @Test
    void aLockWithoutALeaseIsNamed() {
        redis("SET kaimen:door-lock:NONE-1:1 NO-ORDER:t");
        try {
            assertThat(violations("locks-have-claims").toString())
                    .contains("kaimen:door-lock:NONE-1:1");
        } finally {
            redis("DEL kaimen:door-lock:NONE-1:1");
        }
    }

    @Test
    void anAmountThePlatformDoesNotKnowIsNamed() {
        String order = stack.bought("--take", "2=1").path("orderNo").asString();
        String where = " where order_no = '" + order + "'";
        stack.execute(
                "update orders.orders set paid_fen = paid_fen + 1,"
                        + " updated_at = updated_at - interval 1 hour"
                        + where);
        try {
            assertThat(violations("platform-agrees").toString()).contains(order);
        } finally {
            stack.execute("update orders.orders set paid_fen = paid_fen - 1" + where);
        }
    }

    @Test
    void whereNoStackRunsThereIsNothingToCheck() {
        Result result =
                Script.run(
                        Duration.ofSeconds(60),
                        "check",
                        "--home",
                        Script.ROOT.resolve("target/no-stack").toString());
        assertThat(result.exitCode()).isEqualTo(4);
    }

    /** The examples of a rule that must be violated. */
    private List<JsonNode> violations(String rule) {
        Result result = stack.check("--settle-for", "0");
        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(1);
        return Stack.JSON
                .readTree(result.out())
                .path("rules")
                .valueStream()
                .filter(ruling -> ruling.path("rule").asString().equals(rule))
                .filter(ruling -> ruling.path("state").asString().equals("VIOLATED"))
                .flatMap(ruling -> ruling.path("examples").valueStream())
                .toList();
    }

    private void redis(String command) {
        assertThat(stack.redis(command)).doesNotContain("-");
    }
}
