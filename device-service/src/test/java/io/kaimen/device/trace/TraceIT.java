package io.kaimen.device.trace;

import static io.kaimen.contracts.comm.DoorReported.Kind.CLOSED;
import static io.kaimen.contracts.comm.DoorReported.Kind.OPENED;
import static io.kaimen.contracts.comm.DoorReported.Kind.UNLOCKED;
import static io.kaimen.device.TestCabinets.stable;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CommandAnswered.Outcome;
import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.comm.LaneReading;
import io.kaimen.contracts.comm.Origin;
import io.kaimen.contracts.comm.WeightsReported;
import io.kaimen.contracts.comm.WeightsReported.Sample;
import io.kaimen.device.DeviceTest;
import io.kaimen.device.TestCabinets;
import io.kaimen.device.TestPurchases;
import io.kaimen.device.TestPurchases.Purchase;
import io.kaimen.service.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Orders told again from what was written down about their doors. */
@DeviceTest
class TraceIT {

    @Autowired private TestPurchases purchases;
    @Autowired private TestCabinets cabinets;
    @Autowired private JdbcClient jdbc;
    @Autowired private TraceMapper rows;

    @Test
    void tellsAPurchaseFromCommandToBasket() {
        Purchase purchase = purchases.opening();
        String command = purchase.commandId();
        purchase.answer(Outcome.SENT);
        purchase.answer(Outcome.ACKNOWLEDGED);
        purchase.cabinet.tell(UNLOCKED, command);
        purchase.cabinet.tell(OPENED, command);
        purchase.awaitState("OPENED");
        threeReadingsInOneMessage(purchase);
        purchase.cabinet.tell(CLOSED, command);
        purchase.awaitState("CLOSED");
        purchase.cabinet.weigh(DoorPosition.CLOSED, 2640, 5000);
        purchase.awaitState("SETTLED");

        JsonNode trace = trace(purchase.orderNo);
        assertThat(kinds(trace, "CABINET"))
                .contains("COMMAND_ACKNOWLEDGED", "DOOR_UNLOCKED", "DOOR_OPENED", "DOOR_CLOSED");
        assertThat(kinds(trace, "DEVICE"))
                .contains("COMMAND_ISSUED", "COMMAND_SENT", "DOOR_SESSION_MOVED", "BASKET_DECIDED");
        assertThat(moment(trace, "DOOR_OPENED").path("facts").propertyNames())
                .contains("bootId", "sequence", "uptimeMillis", "receivedAt", "commandId");
        assertThat(moment(trace, "BASKET_DECIDED").path("facts").path("totalFen").asString())
                .isEqualTo("700");
        JsonNode cola = trace.path("lanes").path(0);
        assertThat(cola.path("sku").asString()).isEqualTo("cola");
        assertThat(cola.path("unitGrams").asDouble()).isEqualTo(330);
        assertThat(cola.path("beforeGrams").asDouble()).isEqualTo(3300);
        assertThat(cola.path("afterGrams").asDouble()).isEqualTo(2640);
        assertThat(cola.path("quantity").asInt()).isEqualTo(2);
        assertThat(cola.path("confidence").asDouble()).isBetween(0.9, 1.0);
        assertThat(trace.path("lanes").path(1).path("quantity").asInt(-1)).isZero();
    }

    /** Taken 300 ms apart while the connection was away, and received together. */
    private void threeReadingsInOneMessage(Purchase purchase) {
        Origin last = purchase.cabinet.origin(0);
        purchase.cabinet.send(
                Topic.WEIGHTS_REPORTED,
                new WeightsReported(
                        purchase.cabinet.sn,
                        List.of(
                                sample(last, 0, 3300),
                                sample(last, 300, 2970),
                                sample(last, 600, 2640))));
        await().atMost(15, SECONDS).until(() -> curve(purchase).size() >= 3);
        List<Instant> at = curve(purchase).valueStream().map(p -> instant(p, "at")).toList();
        assertThat(Duration.between(at.get(0), at.get(1))).hasMillis(300);
        assertThat(Duration.between(at.get(1), at.get(2))).hasMillis(300);
        assertThat(at.getFirst())
                .as("on the same clock as the door")
                .isAfter(instant(moment(trace(purchase.orderNo), "DOOR_OPENED"), "at"));
    }

    private static Sample sample(Origin origin, int laterMillis, double grams) {
        var later =
                new Origin(
                        origin.bootId(),
                        0,
                        origin.uptimeMillis() + laterMillis,
                        origin.receivedAt(),
                        origin.instance(),
                        origin.epoch());
        return new Sample(later, 1, DoorPosition.OPEN, List.of(new LaneReading(1, grams, false)));
    }

    @Test
    void thinsALongCurveAndSaysSo() {
        Purchase purchase = purchases.opening();
        jdbc.sql(
                        """
                        insert into weight_sample (sn, lane, received_at, uptime_millis, boot_id,
                            door, door_position, grams, stable)
                        with recursive n (i) as (select 0 union all select i + 1 from n where i < 99)
                        select ?, 1, now(3), 1000000 + a.i * 100 + b.i, 'long', 1, 'OPEN',
                            a.i * 100 + b.i, false
                        from n a, n b where a.i < 50
                        """)
                .param(purchase.cabinet.sn)
                .update();

        JsonNode lane = trace(purchase.orderNo).path("lanes").path(0);
        assertThat(lane.path("readings").asInt()).isEqualTo(5000);
        List<Double> grams =
                lane.path("curve").valueStream().map(p -> p.path("grams").asDouble()).toList();
        assertThat(grams).hasSizeBetween(1600, TraceDoor.MOST_POINTS);
        assertThat(grams).startsWith(0.0, 3.0).endsWith(4998.0, 4999.0);
    }

    @Test
    void readingsAreFoundByTheirKey() {
        Purchase purchase = purchases.opening();
        for (int i = 0; i < 20; i++) {
            purchase.cabinet.weigh(DoorPosition.CLOSED, List.of(stable(1, 3300 + i)));
        }
        await().atMost(15, SECONDS).until(() -> curve(purchase).size() >= 20);

        assertThat(
                        jdbc.sql(
                                        """
                                        explain select count(*) from weight_sample where sn = ?
                                            and received_at between now() - interval 1 minute and now()
                                            and lane in (1, 2)
                                        """)
                                .param(purchase.cabinet.sn)
                                .query((row, number) -> row.getString("key"))
                                .single())
                .isEqualTo("PRIMARY");
    }

    @Test
    void theNextShoppersReadingsAreNotTold() {
        Purchase purchase = purchases.opening();
        purchase.cabinet.tell(OPENED, purchase.commandId());
        purchase.cabinet.tell(CLOSED, purchase.commandId());
        purchase.cabinet.weigh(DoorPosition.CLOSED, 3300, 5000);
        purchase.awaitState("SETTLED");
        await().atMost(15, SECONDS).until(() -> !purchase.hasLock());
        Purchase next = purchases.new Purchase(purchase.cabinet, purchase.orderNo + "b");
        next.authorise();
        next.awaitState("OPENING");
        purchase.cabinet.weigh(DoorPosition.OPEN, 1, 1);
        await().atMost(15, SECONDS)
                .until(() -> curve(next).valueStream().anyMatch(p -> grams(p) == 1));

        assertThat(curve(purchase).valueStream().map(TraceIT::grams)).contains(3300.0);
        assertThat(curve(purchase).valueStream().map(TraceIT::grams)).doesNotContain(1.0);
    }

    @Test
    void ofAnOrderWithoutADoorThereIsNothing() {
        JsonNode trace = trace("nobodys-order");

        assertThat(trace.path("moments").isArray()).isTrue();
        assertThat(trace.path("moments").isEmpty()).isTrue();
        assertThat(rows.session("nobodys-order")).isEmpty();
    }

    private JsonNode trace(String orderNo) {
        return cabinets.as(Role.SERVICE).get("/internal/trace/" + orderNo).body();
    }

    private JsonNode curve(Purchase purchase) {
        return trace(purchase.orderNo).path("lanes").path(0).path("curve");
    }

    private static double grams(JsonNode point) {
        return point.path("grams").asDouble();
    }

    private static List<String> kinds(JsonNode trace, String source) {
        return trace.path("moments")
                .valueStream()
                .filter(m -> m.path("source").asString().equals(source))
                .map(m -> m.path("kind").asString())
                .toList();
    }

    private static JsonNode moment(JsonNode trace, String kind) {
        return trace.path("moments")
                .valueStream()
                .filter(m -> m.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Instant instant(JsonNode node, String field) {
        return Instant.parse(node.path(field).asString());
    }
}
