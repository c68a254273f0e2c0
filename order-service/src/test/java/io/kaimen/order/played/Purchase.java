package io.kaimen.order.played;

import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Platform;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.OrderCharged;
import io.kaimen.contracts.channel.AuthorisationAnswered;
import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.order.played.Caller.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One order, and what the other services say about it over the real broker. */
public final class Purchase {

    private static final Instant SCANNED = Instant.parse("2026-11-20T02:15:00Z");
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Purchases with;
    private final Phone phone;
    private final String sn;
    private final String orderNo;

    Purchase(Purchases with, Phone phone, String sn, String orderNo) {
        this.with = with;
        this.phone = phone;
        this.sn = sn;
        this.orderNo = orderNo;
    }

    public Phone phone() {
        return phone;
    }

    public String sn() {
        return sn;
    }

    public String orderNo() {
        return orderNo;
    }

    /** The shopper confirms and the platform tells. */
    public void authorise() {
        with.channel().becomes(orderNo, PlatformOrder.State.AUTHORISED);
        send(Topic.AUTHORISATION_ANSWERED, answered(AuthorisationAnswered.Outcome.AUTHORISED));
        awaitState("status", "AUTHORISED");
    }

    /** Everything up to the payment. */
    public void finish() {
        authorise();
        door(DoorSessionMoved.State.OPENING, 3);
        door(DoorSessionMoved.State.OPENED, 4);
        door(DoorSessionMoved.State.CLOSED, 9);
        awaitState("status", "CLOSED");
        send(Topic.BASKET_SETTLED, basket());
        awaitState("status", "SETTLED");
        send(Topic.ORDER_CHARGED, charged(OrderCharged.Result.PAID));
        awaitState("paymentStatus", "PAID");
        awaitPublished(Topic.ORDER_AUTHORISED);
    }

    /** Deliveries count however often the event was handled before. */
    public void awaitHandled(Topic topic, int times) {
        await().atMost(LONG).until(() -> with.deliveries().count(topic, orderNo) >= times);
    }

    /** Under the same event id each time. */
    public void send(Topic topic, Object payload) {
        send(topic, payload, orderNo + "-" + topic.topicName());
    }

    public void send(Topic topic, Object payload, String eventId) {
        with.sender().send(topic, orderNo, eventId, payload).join();
    }

    /** Device-service tells of the door, at a second after the scan. */
    public void door(DoorSessionMoved.State state, int second) {
        door(state, null, second);
    }

    /** The same of a door that did not open. */
    public void unopened(DoorSessionMoved.Unopened why, int second) {
        door(DoorSessionMoved.State.NOT_OPENED, why, second);
    }

    private void door(
            DoorSessionMoved.State state, DoorSessionMoved.@Nullable Unopened why, int second) {
        send(Topic.DOOR_SESSION_MOVED, moved(state, why, second), orderNo + "-" + state);
    }

    public DoorSessionMoved doorMoved(DoorSessionMoved.State state, int second) {
        return moved(state, null, second);
    }

    private DoorSessionMoved moved(
            DoorSessionMoved.State state, DoorSessionMoved.@Nullable Unopened why, int second) {
        return new DoorSessionMoved(orderNo, sn, 1, state, at(second), "test", "c-1", why);
    }

    /** Has the order's next look at something be due. */
    public void passTheTimeToLook() {
        with.jdbc()
                .update(
                        "update orders set look_at = ? where order_no = ? and look_at is not null",
                        at(0),
                        orderNo);
    }

    public AuthorisationAnswered answered(AuthorisationAnswered.Outcome outcome) {
        return new AuthorisationAnswered(orderNo, Platform.WECHAT, outcome, null, at(2));
    }

    /** Two colas of 3.50 yuan. */
    public BasketSettled basket() {
        var colas =
                new BasketSettled.Line(
                        1, "COLA-330", "可乐 330ml", 2, Money.ofFen(350), Money.ofFen(700));
        return basket(List.of(colas), Money.ofFen(700), List.of());
    }

    public BasketSettled basket(
            List<BasketSettled.Line> lines, Money total, List<BasketSettled.Flag> flags) {
        return new BasketSettled(
                orderNo,
                phone.shopperId(),
                Platform.WECHAT,
                sn,
                1,
                "SITE-1",
                "SH",
                "PARTNER-1",
                at(4),
                at(9),
                lines,
                total,
                List.of(new BasketSettled.LaneWeights(1, 5520.4, 4830.2)),
                flags,
                "test/1");
    }

    public OrderCharged charged(OrderCharged.Result result) {
        boolean paid = result == OrderCharged.Result.PAID;
        return new OrderCharged(
                orderNo,
                phone.shopperId(),
                result,
                Money.ofFen(700),
                Money.ofFen(700),
                Money.ofFen(paid ? 700 : 0),
                paid ? "T-1" : null,
                at(12));
    }

    public static Instant at(int second) {
        return SCANNED.plusSeconds(second);
    }

    public JsonNode order() {
        return with.caller().order(phone, orderNo);
    }

    public void awaitState(String field, String state) {
        await().atMost(LONG).until(() -> state(field).equals(state));
    }

    public static List<String> moves(JsonNode order) {
        return order.path("moves")
                .valueStream()
                .map(m ->
                        m.path("machine").asString()
                                + " "
                                + m.path("from").asString()
                                + ">"
                                + m.path("to").asString())
                .toList();
    }

    public void awaitPublished(Topic topic) {
        await().atMost(LONG).until(() -> published(topic) == 1);
    }

    public int published(Topic topic) {
        return with.heard().envelopes(topic, orderNo).size();
    }

    /** Whether the order takes its shopper's place. */
    public boolean isRunning() {
        return count(
                        "select count(*) from orders where order_no = ? and running_shopper_id is not null")
                == 1;
    }

    /** One of the order's states. */
    public String state(String field) {
        return order().path(field).asString();
    }

    /** A count by the order's number. */
    public long count(String sql) {
        Long count = with.jdbc().queryForObject(sql, Long.class, orderNo);
        return count == null ? 0 : count;
    }
}
