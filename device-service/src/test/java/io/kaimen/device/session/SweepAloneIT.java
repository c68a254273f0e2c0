package io.kaimen.device.session;

import static io.kaimen.contracts.comm.DoorReported.Kind.CLOSED;
import static io.kaimen.contracts.comm.DoorReported.Kind.OPENED;
import static io.kaimen.device.TestCabinets.stable;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CommandAnswered.Outcome;
import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.comm.LaneReading;
import io.kaimen.contracts.device.DoorCheckDue;
import io.kaimen.contracts.device.DoorCheckDue.Look;
import io.kaimen.contracts.device.DoorSessionMoved.State;
import io.kaimen.device.DeviceTest;
import io.kaimen.device.TestCabinets;
import io.kaimen.device.TestPurchases;
import io.kaimen.device.TestPurchases.Purchase;
import io.kaimen.service.messaging.MessageSender;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every timer of a door session with its reminders lost; and that the long ones' reminders work.
 */
@DeviceTest
class SweepAloneIT {

    @Autowired private TestPurchases purchases;
    @Autowired private TestCabinets cabinets;
    @Autowired private SweepDoorSessions sweep;
    @Autowired private MessageSender sender;

    @Test
    void asksWhetherTheDoorOpenedAndGivesUp() {
        Purchase purchase = purchases.openingWithoutReminders();
        purchase.answer(Outcome.SENT);
        sweepUntilState(purchase, "ABNORMAL");
        assertThat(purchase.queries()).isNotEmpty();
        assertThat(purchase.hasClaim()).isTrue();
    }

    @Test
    void givesUpWaitingForWeights() {
        Purchase purchase = purchases.openingWithoutReminders();
        purchase.cabinet.tell(OPENED, purchase.commandId());
        purchase.cabinet.tell(CLOSED, purchase.commandId());
        purchase.cabinet.weigh(
                DoorPosition.CLOSED, List.of(stable(1, 2970), new LaneReading(2, 4990, false)));
        purchase.awaitState("CLOSED");
        sweepUntilState(purchase, "ABNORMAL");
        assertThat(purchase.alarms()).containsExactly("SESSION_ABNORMAL");
    }

    @Test
    void appliesAnEventWhosePredecessorNeverComes() {
        Purchase purchase = purchases.openingWithoutReminders();
        purchase.cabinet.event(OPENED, purchase.commandId());
        purchase.cabinet.tell(CLOSED, purchase.commandId());
        sweepUntilState(purchase, "CLOSED");
    }

    @Test
    void alarmsOnceAtEachStepOfADoorLeftOpenAndGivesUp() {
        Purchase purchase = purchases.openingWithoutReminders();
        purchase.cabinet.tell(OPENED, purchase.commandId());
        purchase.awaitState("OPENED");
        sweep.sweep();
        assertThat(purchase.alarms()).isEmpty();
        purchase.age(Duration.ofMinutes(3));
        sweep.sweep();
        sweep.sweep();
        assertThat(purchase.alarms()).containsExactly("DOOR_LEFT_OPEN");
        purchase.age(Duration.ofMinutes(7));
        sweep.sweep();
        sweep.sweep();
        assertThat(purchase.alarms()).containsExactly("DOOR_LEFT_OPEN", "DOOR_LEFT_OPEN");
        assertThat(purchase.queries()).isNotEmpty();
        assertThat(purchase.state()).isEqualTo("OPENED");
        purchase.age(Duration.ofMinutes(20));
        sweepUntilState(purchase, "ABNORMAL");
        assertThat(purchase.hasClaim()).isTrue();
        await().untilAsserted(() ->
                assertThat(purchase.announced())
                        .containsExactly(State.OPENING, State.OPENED, State.ABNORMAL));
        assertThat(
                        cabinets.operators()
                                .get(
                                        "/admin/cabinets/alarms?kind=DOOR_LEFT_OPEN&sn="
                                                + purchase.cabinet.sn)
                                .body()
                                .path("total")
                                .asInt())
                .isEqualTo(2);
        // Closed at last, it settles as if nothing had been.
        purchase.cabinet.tell(CLOSED, purchase.commandId());
        purchase.cabinet.weigh(DoorPosition.CLOSED, 2970, 5000);
        sweepUntilState(purchase, "SETTLED");
    }

    @Test
    void theRemindersOfADoorLeftOpenWorkByThemselves() {
        Purchase purchase = purchases.opening();
        purchase.cabinet.tell(OPENED, purchase.commandId());
        purchase.awaitState("OPENED");
        purchase.age(Duration.ofMinutes(3));
        remind(purchase, 1);
        await().atMost(15, SECONDS).until(() -> purchase.alarms().size() == 1);
        purchase.age(Duration.ofMinutes(27));
        remind(purchase, 3);
        purchase.awaitState("ABNORMAL");
    }

    private void remind(Purchase purchase, int attempt) {
        sender.send(
                        Topic.DOOR_CHECK_DUE,
                        purchase.orderNo,
                        UUID.randomUUID().toString(),
                        new DoorCheckDue(purchase.orderNo, Look.LEFT_OPEN, attempt))
                .join();
    }

    private void sweepUntilState(Purchase purchase, String state) {
        await().atMost(30, SECONDS)
                .until(() -> {
                    sweep.sweep();
                    return purchase.state().equals(state);
                });
    }
}
