package io.kaimen.order.shopper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.order.played.AtOnce;
import io.kaimen.order.played.Caller;
import io.kaimen.order.played.Caller.Answer;
import io.kaimen.order.played.OnOrderService;
import io.kaimen.order.played.PlayedAccount;
import io.kaimen.order.played.Stall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;

@OnOrderService
class LogInIT {

    private final Caller caller;
    private final PlayedAccount account;
    private final JdbcTemplate jdbc;
    private final String openid = Caller.newOpenid();

    @Autowired
    LogInIT(Caller caller, PlayedAccount account, JdbcTemplate jdbc) {
        this.caller = caller;
        this.account = account;
        this.jdbc = jdbc;
    }

    @AfterEach
    void behaveAgain() {
        account.failing(false);
    }

    @Test
    void theFirstLoginMakesShopperAndAccount() {
        Answer answer = caller.logIn(openid);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("firstLogin").asBoolean()).isTrue();
        assertThat(answer.text("token")).isNotBlank();
        assertThat(account.hasAccount(answer.text("shopperId"))).isTrue();
        assertThat(shoppers()).isEqualTo(1);
    }

    @Test
    void theSecondLoginFindsTheShopper() {
        Answer first = caller.logIn(openid);
        Answer second = caller.logIn(openid);

        assertThat(second.body().path("firstLogin").asBoolean(true)).isFalse();
        assertThat(second.text("shopperId")).isEqualTo(first.text("shopperId"));
    }

    @Test
    void aFailingAccountSideLeavesNothingBehind() {
        account.failing(true);

        Answer answer = caller.logIn(openid);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("login-unavailable");
        assertThat(shoppers()).isZero();
        await().untilAsserted(() -> {
            assertThat(count("select count(*) from played_account"))
                    .isEqualTo(accountsOfShoppers());
            assertThat(count("select count(*) from undo_log")).isZero();
        });
    }

    @Test
    void aLoginAfterAFailedFirstOneIsAFirstOne() {
        account.failing(true);
        caller.logIn(openid);
        account.failing(false);

        Answer answer = caller.logIn(openid);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("firstLogin").asBoolean()).isTrue();
        assertThat(account.hasAccount(answer.text("shopperId"))).isTrue();
    }

    @Test
    void firstLoginsAtOnceMakeOneShopper() {
        List<Answer> answers = AtOnce.times(4, () -> caller.logIn(openid));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers.stream().map(answer -> answer.text("shopperId")).distinct()).hasSize(1);
        assertThat(answers.stream().filter(a -> a.body().path("firstLogin").asBoolean()))
                .hasSize(1);
        assertThat(shoppers()).isEqualTo(1);
    }

    @Test
    void nobodyGetsATokenForAShopperWhoseFirstLoginThenFails() {
        account.failing(true);
        try (Stall stall = account.stall()) {
            var first = CompletableFuture.supplyAsync(() -> caller.logIn(openid));
            stall.awaitReached();
            assertThat(shoppers()).as("written, not certain").isEqualTo(1);
            account.failing(false);

            Answer second = caller.logIn(openid);

            stall.close();
            assertThat(first.join().status()).isEqualTo(503);
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.body().path("firstLogin").asBoolean()).isTrue();
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> account.hasAccount(second.text("shopperId")));
        }
        assertThat(shoppers()).isEqualTo(1);
    }

    @Test
    void aRefusedCodeIsAnsweredInTheShoppersLanguage() {
        var body = Map.of("platform", "wechat", "code", "stale");
        Answer chinese = caller.call(HttpMethod.POST, "/shopper/login", null, body);
        Answer english =
                caller.call(
                        HttpMethod.POST,
                        "/shopper/login",
                        null,
                        body,
                        Map.of("Accept-Language", "en-GB"));

        assertThat(chinese.status()).isEqualTo(401);
        assertThat(chinese.text("code")).isEqualTo("login-refused");
        assertThat(chinese.text("detail")).startsWith("登录没有成功");
        assertThat(english.text("detail")).startsWith("Login failed");
    }

    private long shoppers() {
        Long count =
                jdbc.queryForObject(
                        "select count(*) from shopper where openid = ?", Long.class, openid);
        return count == null ? 0 : count;
    }

    private long accountsOfShoppers() {
        return count("select count(*) from shopper join played_account on id = shopper_id");
    }

    private long count(String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}
