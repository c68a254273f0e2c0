package io.kaimen.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.e2e.Api.Answer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** First login makes shopper and account in two databases: both or neither. */
class FirstLoginIT {

    private final Stack stack = Stack.get();
    private final String openid = "o-" + UUID.randomUUID();

    @AfterAll
    static void everythingFits() {
        Stack.get().assertEverythingFits();
    }

    @AfterEach
    void mend() {
        stack.execute("drop trigger if exists account.refuse_accounts");
    }

    @Test
    void bothAreMade() {
        Answer answer = login();
        assertThat(answer.status()).isEqualTo(200);
        String shopper = answer.body().path("shopperId").asString();
        assertThat(shoppers()).isEqualTo(1);
        assertThat(
                        stack.count(
                                "select count(*) from account.account where shopper_id = '"
                                        + shopper
                                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void whenTheAccountSideFailsTheShopperIsGoneWithItsUndoLog() {
        stack.execute(
                "create trigger account.refuse_accounts before insert on account.account for each row "
                        + "signal sqlstate '45000' set message_text = 'refused by a test'");
        Answer refused = login();
        assertThat(refused.status()).isGreaterThanOrEqualTo(500);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    assertThat(shoppers()).isZero();
                    assertThat(stack.count("select count(*) from orders.undo_log")).isZero();
                    assertThat(stack.count("select count(*) from account.undo_log")).isZero();
                });
        stack.execute("drop trigger account.refuse_accounts");
        assertThat(login().status()).isEqualTo(200);
        assertThat(shoppers()).isEqualTo(1);
    }

    private long shoppers() {
        return stack.count("select count(*) from orders.shopper where openid = '" + openid + "'");
    }

    private Answer login() {
        Answer code =
                Api.post(
                        stack.url("sandbox") + "/sandbox/codes",
                        "",
                        "{\"openid\":\"" + openid + "\"}");
        assertThat(code.status()).isEqualTo(200);
        String json =
                "{\"platform\":\"wechat\",\"code\":\""
                        + code.body().path("code").asString()
                        + "\"}";
        return Api.post(stack.edgeUrl() + "/shopper/login", "", json);
    }
}
