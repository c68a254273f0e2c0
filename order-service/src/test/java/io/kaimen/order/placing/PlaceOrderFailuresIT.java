package io.kaimen.order.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Topic;
import io.kaimen.order.played.Caller;
import io.kaimen.order.played.Caller.Answer;
import io.kaimen.order.played.Caller.Phone;
import io.kaimen.order.played.OnOrderService;
import io.kaimen.order.played.PlayedAccount;
import io.kaimen.order.played.PlayedChannel;
import io.kaimen.order.played.PlayedDevice;
import io.kaimen.order.played.Stall;
import io.kaimen.service.testing.HeardMessages;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Refused and lost answers on the way to an order, and what is left behind. */
@OnOrderService
class PlaceOrderFailuresIT {

    @Autowired private Caller caller;
    @Autowired private PlayedDevice device;
    @Autowired private PlayedAccount account;
    @Autowired private PlayedChannel channel;
    @Autowired private HeardMessages heard;
    @Autowired private Claims claims;
    @Autowired private JdbcTemplate jdbc;

    private final String sn = "KM-" + UUID.randomUUID().toString().substring(0, 8);
    private Phone phone;

    @BeforeEach
    void logIn() {
        phone = caller.newShopper();
    }

    @AfterEach
    void behaveAgain() {
        account.failing(false);
        channel.silent(false);
        channel.refusing(false);
        device.keepsClaims(false);
    }

    @Test
    void aRefusedHoldLeavesNoOrderAndNoClaim() {
        account.holdBy(phone.shopperId(), "another");

        Answer answer = caller.tap(phone, sn, 1);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("order-ending");
        assertThat(answer.text("detail")).endsWith("没有收费。");
        assertThat(answer.body().path("retryAfterSeconds").asInt()).isEqualTo(3);
        assertThat(device.isClaimed(sn, 1)).isFalse();
        assertNothingIsLeft();
    }

    @Test
    void aTapJustAfterTheLastOrderWaitsForItsEnd() {
        account.holdBy(phone.shopperId(), "another");
        var ended =
                CompletableFuture.runAsync(
                        () -> account.free(phone.shopperId()),
                        CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));

        Answer answer = caller.tap(phone, sn, 1);

        ended.join();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(device.isClaimed(sn, 1)).isTrue();
    }

    @Test
    void aFailingHoldLeavesNoOrderNoHoldAndNoClaim() {
        account.failing(true);

        Answer answer = caller.tap(phone, sn, 1);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("account-unreachable");
        assertThat(answer.text("detail")).endsWith("没有收费。");
        assertThat(device.isClaimed(sn, 1)).isFalse();
        assertNothingIsLeft();
    }

    @Test
    void anUnansweredHoldIsRolledBackAlthoughItsRowWasWritten() {
        try (Stall stall = account.stall()) {
            Answer answer = caller.tap(phone, sn, 1);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(device.isClaimed(sn, 1)).isFalse();
            stall.awaitReached();
        }
        assertNothingIsLeft();
    }

    @Test
    void anUnansweredClaimIsGivenBack() {
        try (Stall stall = device.stall()) {
            Answer answer = caller.tap(phone, sn, 1);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text("code")).isEqualTo("cabinet-unreachable");
            stall.awaitReached();
        }
        assertThat(device.isClaimed(sn, 1)).isFalse();
        assertNothingIsLeft();
    }

    @Test
    void aClaimThatCouldNotBeGivenBackIsSweptLater() {
        account.failing(true);
        device.keepsClaims(true);
        caller.tap(phone, sn, 1);
        assertThat(device.isClaimed(sn, 1)).isTrue();
        assertThat(intents()).isEqualTo(1);

        device.keepsClaims(false);

        await().untilAsserted(() -> {
            claims.sweepClaims();
            assertThat(device.isClaimed(sn, 1)).isFalse();
            assertThat(intents()).isZero();
        });
    }

    @Test
    void aRefusalOfThePlatformCancelsTheOrderAtOnce() {
        channel.refusing(true);

        Answer answer = caller.tap(phone, sn, 1);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("authorisation-refused");
        assertThat(answer.text("detail")).isEqualTo("综合评估未通过");
        String orderNo = onlyOrder();
        assertThat(caller.order(phone, orderNo).path("status").asString()).isEqualTo("CANCELLED");
        await().until(() -> heard.envelopes(Topic.ORDER_CANCELLED, orderNo).size() == 1);
        assertThat(running()).isZero();
    }

    @Test
    void aTapAfterAnUnansweredPlatformGoesOnWithTheSameOrder() {
        channel.silent(true);
        Answer first = caller.tap(phone, sn, 1);
        assertThat(first.status()).isEqualTo(503);
        assertThat(first.text("code")).isEqualTo("platform-unreachable");
        String orderNo = onlyOrder();
        channel.silent(false);

        Answer second = caller.tap(phone, sn, 1);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("orderNo")).isEqualTo(orderNo);
        assertThat(second.text("status")).isEqualTo("AUTHORISING");
    }

    private void assertNothingIsLeft() {
        await().untilAsserted(() -> {
            assertThat(orders()).isZero();
            assertThat(intents()).isZero();
            assertThat(count("select count(*) from undo_log where 'x' <> ?")).isZero();
            assertThat(
                            count(
                                    "select count(*) from played_hold where shopper_id = ? and order_no <> 'another'"))
                    .isZero();
        });
    }

    private long orders() {
        return count("select count(*) from orders where shopper_id = ?");
    }

    private long running() {
        return count("select count(*) from orders where running_shopper_id = ?");
    }

    private long intents() {
        return count("select count(*) from claim_intent where shopper_id = ?");
    }

    private String onlyOrder() {
        return String.valueOf(
                jdbc.queryForObject(
                        "select order_no from orders where shopper_id = ?",
                        String.class,
                        phone.shopperId()));
    }

    private long count(String sql) {
        Long count = jdbc.queryForObject(sql, Long.class, phone.shopperId());
        return count == null ? 0 : count;
    }
}
