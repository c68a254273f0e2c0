package io.kaimen.device.session;

import static io.kaimen.device.TestCabinets.stable;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.comm.LaneReading;
import io.kaimen.contracts.comm.WeightsReported;
import io.kaimen.device.DeviceTest;
import io.kaimen.device.TestCabinets;
import io.kaimen.device.TestPurchases;
import io.kaimen.device.TestPurchases.Purchase;
import io.kaimen.service.security.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a shopper's page asks several times a second while the door is open. */
@DeviceTest
class LiveDoorsIT {

    @Autowired private TestCabinets cabinets;
    @Autowired private TestPurchases purchases;

    @Test
    void tellsWhatTheScalesSayOfAnOpenDoor() {
        Purchase purchase = purchases.opening();
        JsonNode before = live(purchase);
        assertThat(before.path("readAt").isNull()).isTrue();
        assertThat(lane(before).path("grams").isNull()).isTrue();
        assertThat(lane(before).path("quantity").asInt()).isZero();
        double full = lane(before).path("beforeGrams").asDouble();

        purchase.cabinet.weigh(
                DoorPosition.OPEN, List.of(new LaneReading(1, full - 100, false), stable(2, 500)));
        awaitGrams(purchase, full - 100);

        assertThat(lane(live(purchase)).path("stable").asBoolean(true)).isFalse();
    }

    @Test
    void countsUnitsAndSaysHowSureItIs() {
        Purchase purchase = purchases.opening();
        double full = lane(live(purchase)).path("beforeGrams").asDouble();

        purchase.cabinet.weigh(DoorPosition.OPEN, List.of(stable(1, full - 660)));
        awaitGrams(purchase, full - 660);

        JsonNode lane = lane(live(purchase));
        assertThat(lane.path("quantity").asInt()).isEqualTo(2);
        assertThat(lane.path("confidence").asDouble()).isBetween(0.99, 1.0);
        assertThat(lane.path("stable").asBoolean()).isTrue();
        assertThat(lane.path("price").asInt()).isEqualTo(350);
    }

    @Test
    void anOlderReadingNeverReplacesANewerOne() {
        Purchase purchase = purchases.opening();
        WeightsReported older =
                purchase.cabinet.weights(DoorPosition.OPEN, List.of(stable(1, 1000)));
        purchase.cabinet.weigh(DoorPosition.OPEN, List.of(stable(1, 2000)));
        awaitGrams(purchase, 2000);

        purchase.cabinet.send(Topic.WEIGHTS_REPORTED, older);
        purchase.cabinet.weigh(DoorPosition.CLOSED, List.of(stable(1, 3000)));
        await().during(1, SECONDS).atMost(5, SECONDS).until(() -> grams(purchase) == 2000);
    }

    @Test
    void knowsNothingOfAnOrderWithoutADoor() {
        assertThat(cabinets.as(Role.SERVICE).get("/internal/door-sessions/nobody/live").code())
                .isEqualTo(404);
        assertThat(cabinets.operators().get("/internal/door-sessions/nobody/live").code())
                .isEqualTo(403);
    }

    private void awaitGrams(Purchase purchase, double grams) {
        await().atMost(20, SECONDS).until(() -> grams(purchase) == grams);
    }

    private double grams(Purchase purchase) {
        return lane(live(purchase)).path("grams").asDouble(Double.NaN);
    }

    private JsonNode live(Purchase purchase) {
        return cabinets.as(Role.SERVICE)
                .get("/internal/door-sessions/" + purchase.orderNo + "/live")
                .body();
    }

    private static JsonNode lane(JsonNode live) {
        return live.path("lanes").path(0);
    }
}
