package io.kaimen.order.placing;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.device.DoorClaimsApi.Outcome;
import io.kaimen.order.OrderProperties;
import io.kaimen.order.blacklist.Blacklist;
import io.kaimen.order.played.AtOnce;
import io.kaimen.order.played.Caller;
import io.kaimen.order.played.Caller.Answer;
import io.kaimen.order.played.Caller.Phone;
import io.kaimen.order.played.OnOrderService;
import io.kaimen.order.played.PlayedAccount;
import io.kaimen.order.played.PlayedDevice;
import io.kaimen.order.sale.Orders;
import io.kaimen.order.shopper.Shopper;
import io.kaimen.order.shopper.Shoppers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;

@OnOrderService
class PlaceOrderIT {

    @Autowired private Caller caller;
    @Autowired private PlayedDevice device;
    @Autowired private PlayedAccount account;
    @Autowired private RedissonClient redis;
    @Autowired private OrderProperties properties;
    @Autowired private EndingWait endingWait;
    @Autowired private Orders orders;
    @Autowired private Blacklist blacklist;
    @Autowired private WriteOrder writeOrder;
    @Autowired private AskPlatform askPlatform;
    @Autowired private Shoppers shoppers;
    @Autowired private Clock clock;
    @Autowired private JdbcTemplate jdbc;

    private final String sn = "KM-" + UUID.randomUUID().toString().substring(0, 8);
    private Phone phone;

    @BeforeEach
    void logIn() {
        phone = caller.newShopper();
    }

    @Test
    void aTapMakesAnOrderThatWaitsForTheShopper() {
        Answer answer = caller.tap(phone, sn, 1);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("AUTHORISING");
        assertThat(answer.text("doorStatus")).isEqualTo("NOT_OPENED");
        assertThat(answer.text("paymentStatus")).isEqualTo("UNPAID");
        assertThat(answer.text("place")).isEqualTo("SITE-1 Cabinet " + sn);
        assertThat(answer.body().path("authorisation").path("package").asString())
                .isEqualTo("package of " + answer.text("orderNo"));
        assertThat(answer.text("message")).startsWith("请在支付平台上确认");
        assertThat(device.isClaimed(sn, 1)).isTrue();
        assertThat(account.hasHold(phone.shopperId())).isTrue();
        assertThat(intents()).isZero();
    }

    @Test
    void aDoubleTapMakesOneOrderAndTheSecondGetsTheFirstsAnswer() {
        List<Answer> answers = AtOnce.times(3, () -> caller.tap(phone, sn, 1));

        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 200, 200);
        assertThat(answers.stream().map(a -> a.text("orderNo")).distinct()).hasSize(1);
        assertThat(answers.stream().map(a -> a.body().path("authorisation")).distinct()).hasSize(1);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void tapsThatDoNotWaitForEachOtherStillMakeOneOrder() {
        var everybodyIn =
                new TapGate(redis, properties) {
                    @Override
                    <T> Optional<T> inTurn(String shopperId, Supplier<T> work) {
                        return Optional.of(work.get());
                    }
                };
        var placeOrder =
                new PlaceOrder(everybodyIn, endingWait, orders, blacklist, writeOrder, askPlatform);
        Shopper shopper = shoppers.get(phone.shopperId());
        var door = new AtomicInteger();

        List<Placed> placed =
                AtOnce.times(
                        3,
                        () ->
                                placeOrder.place(
                                        new Tap(
                                                shopper,
                                                sn,
                                                door.incrementAndGet(),
                                                clock.instant())));

        assertThat(placed.stream().filter(Placed.Accepted.class::isInstance)).hasSize(1);
        assertThat(orders()).isEqualTo(1);
        assertThat(IntStream.rangeClosed(1, 3).filter(d -> device.isClaimed(sn, d))).hasSize(1);
        assertThat(intents()).isZero();
    }

    @Test
    void aTapAtAnotherDoorIsRefusedWhileAnOrderRuns() {
        caller.tap(phone, sn, 1);

        Answer answer = caller.tap(phone, sn, 2);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("order-running");
        assertThat(device.isClaimed(sn, 2)).isFalse();
    }

    @Test
    void aSecondShopperAtTheSameDoorIsRefused() {
        caller.tap(phone, sn, 1);
        Phone other = caller.newShopper();

        Answer answer = caller.tap(other, sn, 1);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("door-in-use");
        assertThat(account.hasHold(other.shopperId())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_CABINET, 404, unknown-cabinet",
        "UNKNOWN_DOOR, 404, unknown-door",
        "NOT_READY, 409, cabinet-not-ready",
        "OFFLINE, 409, cabinet-offline",
        "SUSPENDED, 409, cabinet-suspended",
        "DOOR_IN_USE, 409, door-in-use",
        "DOOR_NOT_CLOSED, 409, door-not-closed",
        "DOOR_FAULT, 409, door-fault"
    })
    void everyRefusedClaimIsToldInPlainWords(Outcome outcome, int status, String code) {
        device.refuses(sn, outcome);

        Answer answer =
                caller.call(
                        HttpMethod.POST,
                        "/shopper/orders",
                        phone.token(),
                        Map.of("sn", sn, "door", 1, "platform", "wechat"),
                        Map.of("Accept-Language", "en"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
        assertThat(answer.text("detail")).endsWith("Nothing was charged.");
        assertThat(orders()).isZero();
        assertThat(intents()).isZero();
    }

    @Test
    void aBlacklistedShopperIsRefusedUntilTheEntryIsLifted() {
        Answer entry =
                caller.asAdministrator(
                        HttpMethod.POST,
                        "/admin/blacklist",
                        Map.of("shopperId", phone.shopperId(), "reason", "test"));
        assertThat(entry.status()).isEqualTo(201);

        Answer refused = caller.tap(phone, sn, 1);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("code")).isEqualTo("blacklisted");
        assertThat(device.isClaimed(sn, 1)).isFalse();

        caller.asAdministrator(
                HttpMethod.DELETE, "/admin/blacklist/" + entry.body().path("id").asLong(), null);
        assertThat(caller.tap(phone, sn, 1).status()).isEqualTo(201);
    }

    @Test
    void aTapWithoutADoorIsNoRequest() {
        Answer answer =
                caller.call(
                        HttpMethod.POST,
                        "/shopper/orders",
                        phone.token(),
                        Map.of("sn", "", "door", 0, "platform", "wechat"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("invalid-request");
    }

    private long orders() {
        return count("select count(*) from orders where shopper_id = ?");
    }

    private long intents() {
        return count("select count(*) from claim_intent where shopper_id = ?");
    }

    private long count(String sql) {
        Long count = jdbc.queryForObject(sql, Long.class, phone.shopperId());
        return count == null ? 0 : count;
    }
}
