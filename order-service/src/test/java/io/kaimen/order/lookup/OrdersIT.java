package io.kaimen.order.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.order.played.Caller;
import io.kaimen.order.played.Caller.Answer;
import io.kaimen.order.played.Caller.Phone;
import io.kaimen.order.played.OnOrderService;
import io.kaimen.service.messaging.MessageHandler;
import io.kaimen.service.security.Role;
import io.kaimen.service.security.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@OnOrderService
class OrdersIT {

    @Autowired private Caller caller;
    @Autowired private Tokens tokens;
    @Autowired private List<MessageHandler<?>> handlers;
    @Autowired private JdbcTemplate jdbc;

    private final String sn = "KM-" + UUID.randomUUID().toString().substring(0, 8);
    private Phone phone;
    private String orderNo;

    @BeforeEach
    void placeAnOrder() {
        phone = caller.newShopper();
        orderNo = caller.tap(phone, sn, 1).text("orderNo");
    }

    @Test
    void aShopperSeesOnlyTheirOwnOrders() {
        Phone other = caller.newShopper();

        Answer own = get("/shopper/orders/" + orderNo, phone);
        Answer somebodyElses = get("/shopper/orders/" + orderNo, other);

        assertThat(own.status()).isEqualTo(200);
        assertThat(somebodyElses.status()).isEqualTo(404);
        assertThat(somebodyElses.text("code")).isEqualTo("order-not-found");
        assertThat(somebodyElses.text("detail")).isEqualTo("没有这个订单。");
        assertThat(numbers(get("/shopper/orders", phone))).containsExactly(orderNo);
        assertThat(numbers(get("/shopper/orders", other))).isEmpty();
    }

    @Test
    void nobodySeesOrdersWithoutLoggingIn() {
        assertThat(caller.call(HttpMethod.GET, "/shopper/orders", null, null).status())
                .isEqualTo(401);
        assertThat(get("/admin/orders", phone).status()).isEqualTo(403);
    }

    @Test
    void operatorsFindOrdersByWhatTheyKnow() {
        assertThat(found("sn=" + sn)).containsExactly(orderNo);
        assertThat(found("sn=" + sn + "&status=AUTHORISING")).containsExactly(orderNo);
        assertThat(found("sn=" + sn + "&status=SETTLED")).isEmpty();
        assertThat(found("shopper=" + phone.shopperId())).containsExactly(orderNo);
        assertThat(found("sn=" + sn + "&from=2020-01-01T00:00:00Z")).containsExactly(orderNo);
        assertThat(found("sn=" + sn + "&to=2020-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void aListIsPaged() {
        Answer page = admin("/admin/orders?page=1&size=1");

        assertThat(page.body().path("items").size()).isEqualTo(1);
        assertThat(page.body().path("total").asLong()).isPositive();
        assertThat(page.body().path("page").asInt()).isEqualTo(1);
        assertThat(admin("/admin/orders?size=101").status()).isEqualTo(400);
        assertThat(admin("/admin/orders?status=NONSENSE").status()).isEqualTo(400);
    }

    @Test
    void operatorsSeeShopperFenceLanesAndFlags() {
        settleWithFlag();

        JsonNode order = admin("/admin/orders/" + orderNo).body();

        assertThat(order.path("shopperId").asString()).isEqualTo(phone.shopperId());
        assertThat(order.path("fence").asLong()).isPositive();
        assertThat(order.path("site").asString()).isEqualTo("SITE-1");
        assertThat(order.path("lanes").path(0).path("beforeGrams").asDouble()).isEqualTo(5520.4);
        assertThat(order.path("flags").path(0).path("kind").asString()).isEqualTo("GAINED");
        assertThat(order.path("moves").size()).isPositive();
    }

    @Test
    void aShopperSeesWhatTheScalesSaid() {
        assertThat(get("/shopper/orders/" + orderNo, phone).body().path("lanes").isArray())
                .isTrue();
        settleWithFlag();

        JsonNode order = get("/shopper/orders/" + orderNo, phone).body();

        assertThat(order.path("lanes").path(0).path("beforeGrams").asDouble()).isEqualTo(5520.4);
        assertThat(order.has("flags")).as("for operators").isFalse();
    }

    @Test
    void anOrderNobodyKnowsIsNotFound() {
        assertThat(admin("/admin/orders/nonsense").status()).isEqualTo(404);
    }

    @Test
    void aPartnerMayNotSeeAllOrders() {
        String partner = tokens.issue("p", Role.PARTNER, Duration.ofMinutes(1));

        assertThat(caller.call(HttpMethod.GET, "/admin/orders", partner, null).status())
                .isEqualTo(403);
    }

    @Test
    void aDoorShowsWhatItSellsToAnybody() {
        Answer door = caller.call(HttpMethod.GET, "/shopper/doors/" + sn + "/1", null, null);

        assertThat(door.status()).isEqualTo(200);
        JsonNode sold = door.body().path("lanes").path(0);
        assertThat(sold.path("priceFen").asLong()).isEqualTo(350);
        assertThat(sold.path("soldOut").asBoolean(true)).isFalse();
        assertThat(door.body().path("lanes").path(1).path("soldOut").asBoolean()).isTrue();
    }

    @Test
    void listsRunOnTheirIndexes() {
        fill();

        assertThat(index("sn = '" + sn + "' and status = 'SETTLED' order by created_at desc"))
                .isEqualTo("ix_orders_cabinet");
        assertThat(index("sn = '" + sn + "' order by created_at desc"))
                .isEqualTo("ix_orders_cabinet_all");
        assertThat(index("shopper_id = '" + phone.shopperId() + "' order by created_at desc"))
                .isEqualTo("ix_orders_shopper");
        assertThat(index("look_at <= '2020-01-01' order by look_at")).isEqualTo("ix_orders_look");
        assertThat(index("shopper_id = '" + phone.shopperId() + "' and payment_status = 'FAILED'"))
                .isEqualTo("ix_orders_payment");
    }

    /** Enough rows, of this cabinet and shopper and of others, that an index is worth it. */
    private void fill() {
        jdbc.update(
                """
                insert into orders (order_no, shopper_id, platform, sn, door, place, status,
                    door_status, payment_status, fence, scanned_at, created_at, updated_at)
                with recursive n (i) as (select 1 union all select i + 1 from n where i < 1000)
                select concat(?, '-', i), if(i % 5 = 0, ?, concat('S', i)), 'WECHAT',
                    if(i % 7 = 0, ?, concat('C', i)), 1, '',
                    elt(1 + i % 3, 'SETTLED', 'CANCELLED', 'ABNORMAL'), 'NOT_OPENED',
                    if(i % 50 = 0, 'FAILED', 'PAID'), 1, now(), now() - interval i minute, now()
                from n
                """,
                sn, phone.shopperId(), sn);
        jdbc.execute("analyze table orders");
    }

    private String index(String where) {
        Map<String, @Nullable Object> plan =
                jdbc.queryForMap("explain select * from orders where " + where + " limit 20");
        return String.valueOf(plan.get("key"));
    }

    @SuppressWarnings("unchecked")
    private void settleWithFlag() {
        var basket =
                new BasketSettled(
                        orderNo,
                        phone.shopperId(),
                        Platform.WECHAT,
                        sn,
                        1,
                        "SITE-1",
                        "SH",
                        "PARTNER-1",
                        Instant.parse("2026-11-20T02:15:04Z"),
                        Instant.parse("2026-11-20T02:15:09Z"),
                        List.of(),
                        Money.ZERO,
                        List.of(new BasketSettled.LaneWeights(1, 5520.4, 5900.1)),
                        List.of(new BasketSettled.Flag(1, BasketSettled.Flag.Kind.GAINED, 379.7)),
                        "test/1");
        var handler =
                (MessageHandler<BasketSettled>)
                        handlers.stream()
                                .filter(h -> h.topic() == Topic.BASKET_SETTLED)
                                .findFirst()
                                .orElseThrow();
        handler.handle(
                new Envelope<>(
                        UUID.randomUUID().toString(),
                        Topic.BASKET_SETTLED.topicName(),
                        orderNo,
                        Instant.parse("2026-11-20T02:15:11Z"),
                        "device-service",
                        basket));
    }

    private Answer get(String path, Phone as) {
        return caller.call(HttpMethod.GET, path, as.token(), null);
    }

    private Answer admin(String path) {
        return caller.asAdministrator(HttpMethod.GET, path, null);
    }

    private List<String> found(String filter) {
        return numbers(admin("/admin/orders?" + filter));
    }

    private static List<String> numbers(Answer list) {
        return list.body()
                .path("items")
                .valueStream()
                .map(order -> order.path("orderNo").asString())
                .toList();
    }
}
