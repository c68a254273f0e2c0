package io.kaimen.device;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Platform;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CommandAnswered;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.contracts.device.DoorClaimsApi;
import io.kaimen.contracts.device.DoorClaimsApi.ClaimAnswer;
import io.kaimen.contracts.device.DoorClaimsApi.ClaimKind;
import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.contracts.order.OrderAuthorised;
import io.kaimen.contracts.order.OrderCancelled;
import io.kaimen.device.TestCabinets.TestCabinet;
import io.kaimen.service.messaging.MessageSender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Purchases at a test cabinet's door 1, as order-service would have them. */
@TestComponent
public class TestPurchases {

    private final TestCabinets cabinets;
    private final DoorClaimsApi claims;
    private final MessageSender sender;
    private final RecordedMessages messages;
    private final JdbcClient jdbc;
    private final RedissonClient redis;

    TestPurchases(
            TestCabinets cabinets,
            DoorClaimsApi claims,
            MessageSender sender,
            RecordedMessages messages,
            JdbcClient jdbc,
            RedissonClient redis) {
        this.cabinets = cabinets;
        this.claims = claims;
        this.sender = sender;
        this.messages = messages;
        this.jdbc = jdbc;
        this.redis = redis;
    }

    /** A claimed door of a selling cabinet. */
    public Purchase claimed() {
        TestCabinet cabinet = cabinets.selling();
        var purchase = new Purchase(cabinet, TestCabinets.unique("order-"));
        assertThat(purchase.claim.outcome()).isEqualTo(DoorClaimsApi.Outcome.CLAIMED);
        return purchase;
    }

    /** An authorised one whose open command has gone out. */
    public Purchase opening() {
        Purchase purchase = claimed();
        purchase.authorise();
        purchase.awaitState("OPENING");
        await().atMost(15, SECONDS).until(() -> !purchase.openCommands().isEmpty());
        return purchase;
    }

    /** The same, and nobody but the sweep will look at it. */
    public Purchase openingWithoutReminders() {
        Purchase purchase = claimed();
        LostReminders.of(purchase.orderNo);
        purchase.authorise();
        purchase.awaitState("OPENING");
        await().atMost(15, SECONDS).until(() -> !purchase.openCommands().isEmpty());
        return purchase;
    }

    /** One purchase. */
    public final class Purchase {

        public final TestCabinet cabinet;
        public final String orderNo;
        public final ClaimAnswer claim;

        public Purchase(TestCabinet cabinet, String orderNo) {
            this.cabinet = cabinet;
            this.orderNo = orderNo;
            this.claim =
                    claims.claim(
                            new DoorClaimsApi.ClaimDoor(cabinet.sn, 1, ClaimKind.SALE, orderNo));
        }

        public void authorise() {
            send(
                    Topic.ORDER_AUTHORISED,
                    new OrderAuthorised(
                            orderNo,
                            "shopper-7",
                            Platform.WECHAT,
                            cabinet.sn,
                            1,
                            claim.fence(),
                            Instant.now()));
        }

        public void cancel() {
            send(
                    Topic.ORDER_CANCELLED,
                    new OrderCancelled(orderNo, "shopper-7", cabinet.sn, 1, "test", Instant.now()));
        }

        private void send(Topic topic, Object payload) {
            sender.send(topic, orderNo, UUID.randomUUID().toString(), payload).join();
        }

        public void answer(CommandAnswered.Outcome outcome) {
            cabinet.send(
                    Topic.COMMAND_ANSWERED,
                    new CommandAnswered(
                            commandId(), cabinet.sn, "comm-1", outcome, Instant.now(), null));
        }

        public String commandId() {
            return openCommands().getFirst().commandId();
        }

        public List<CabinetCommand> openCommands() {
            return commands(CabinetCommand.Kind.OPEN_DOOR);
        }

        public List<CabinetCommand> queries() {
            return commands(CabinetCommand.Kind.QUERY_DOOR);
        }

        private List<CabinetCommand> commands(CabinetCommand.Kind kind) {
            return messages.of(Topic.CABINET_COMMAND, cabinet.sn, CabinetCommand.class).stream()
                    .filter(c -> c.kind() == kind)
                    .toList();
        }

        /** In order of their becoming known. */
        public List<DoorSessionMoved.State> announced() {
            return messages.of(Topic.DOOR_SESSION_MOVED, orderNo, DoorSessionMoved.class).stream()
                    .map(DoorSessionMoved::state)
                    .toList();
        }

        /** Why the door did not open, as it was told. */
        public List<DoorSessionMoved.Unopened> unopened() {
            return messages.of(Topic.DOOR_SESSION_MOVED, orderNo, DoorSessionMoved.class).stream()
                    .map(DoorSessionMoved::unopened)
                    .filter(Objects::nonNull)
                    .toList();
        }

        /** As operators see it. */
        public JsonNode view() {
            return cabinets.operators().get("/admin/cabinets/sessions/" + orderNo).body();
        }

        /** Kinds of the alarms raised about it. */
        public List<String> alarms() {
            return view().path("alarms").valueStream().map(a -> a.path("kind").asString()).toList();
        }

        /** As if its state had been reached that much earlier. */
        public void age(Duration by) {
            jdbc.sql(
                            "update door_session set state_changed_at = state_changed_at - interval ? second where order_no = ?")
                    .param(by.toSeconds())
                    .param(orderNo)
                    .update();
        }

        public List<BasketSettled> baskets() {
            return messages.of(Topic.BASKET_SETTLED, orderNo, BasketSettled.class);
        }

        public String state() {
            return jdbc.sql("select state from door_session where order_no = ?")
                    .param(orderNo)
                    .query(String.class)
                    .optional()
                    .orElse("");
        }

        public void awaitState(String state) {
            await().atMost(20, SECONDS).until(this::state, state::equals);
        }

        /** State to state, as recorded. */
        public List<String> moves() {
            return jdbc.sql(
                            "select concat(coalesce(from_state, ''), '>', to_state) from door_session_move where order_no = ? order by id")
                    .param(orderNo)
                    .query((row, number) -> row.getString(1))
                    .list();
        }

        public boolean hasClaim() {
            return jdbc.sql("select count(*) from door_claim where holder = ?")
                            .param(orderNo)
                            .query(Long.class)
                            .single()
                    == 1;
        }

        public boolean hasLock() {
            return redis.getBucket("kaimen:door-lock:" + cabinet.sn + ":1", StringCodec.INSTANCE)
                    .isExists();
        }

        public void assertDoorIsFree() {
            assertThat(hasClaim()).isFalse();
            await().untilAsserted(() -> assertThat(hasLock()).isFalse());
        }
    }
}
