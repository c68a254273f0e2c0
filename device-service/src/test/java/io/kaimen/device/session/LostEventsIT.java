package io.kaimen.device.session;

import static io.kaimen.contracts.comm.DoorReported.Kind.CLOSED;
import static io.kaimen.contracts.comm.DoorReported.Kind.IS_CLOSED;
import static io.kaimen.contracts.comm.DoorReported.Kind.OPENED;
import static io.kaimen.contracts.comm.DoorReported.Kind.RELOCKED;
import static io.kaimen.contracts.comm.DoorReported.Kind.UNLOCKED;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CommandAnswered.Outcome;
import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.contracts.device.DoorSessionMoved.Unopened;
import io.kaimen.device.DeviceTest;
import io.kaimen.device.TestPurchases;
import io.kaimen.device.TestPurchases.Purchase;
import io.kaimen.device.shadow.Shadows;
import io.kaimen.device.shadow.StableWeight;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Door events that are lost, late, out of order or of another boot. */
@DeviceTest
class LostEventsIT {

    @Autowired private TestPurchases purchases;
    @Autowired private SweepDoorSessions sweep;
    @Autowired private Shadows shadows;

    @Test
    void aCloseKeptAcrossARebootSettlesByTheReportThatCameBeforeIt() {
        Purchase purchase = opened();
        DoorReported kept = purchase.cabinet.event(CLOSED, purchase.commandId());
        purchase.cabinet.reboot();
        purchase.cabinet.connect("comm-1");
        purchase.cabinet.report(2970, 5000, 3300);
        await().atMost(15, SECONDS).until(() -> grams(purchase) == 2970);
        purchase.cabinet.send(Topic.DOOR_REPORTED, kept);
        purchase.awaitState("SETTLED");
        assertThat(purchase.moves())
                .containsExactly(">OPENING", "OPENING>OPENED", "OPENED>CLOSED", "CLOSED>SETTLED");
        await().atMost(15, SECONDS).until(() -> purchase.baskets().size() == 1);
        assertThat(purchase.baskets().getFirst().total()).isEqualTo(Money.ofFen(350));
    }

    @Test
    void eventsThatOvertakeEachOtherApplyInTheirOrder() {
        Purchase purchase = purchases.opening();
        DoorReported unlocked = purchase.cabinet.event(UNLOCKED, purchase.commandId());
        DoorReported opened = purchase.cabinet.event(OPENED, purchase.commandId());
        DoorReported closed = purchase.cabinet.event(CLOSED, purchase.commandId());
        purchase.cabinet.send(Topic.DOOR_REPORTED, closed);
        purchase.cabinet.send(Topic.DOOR_REPORTED, opened);
        purchase.cabinet.send(Topic.DOOR_REPORTED, unlocked);
        purchase.awaitState("CLOSED");
        assertThat(causes(purchase)).contains("the door was opened", "the door was closed");
        purchase.cabinet.weigh(DoorPosition.CLOSED, 3300, 5000);
        purchase.awaitState("SETTLED");
    }

    @Test
    void aLostEventIsWaitedForBrieflyAndThenDoneWithout() {
        Purchase purchase = purchases.opening();
        DoorReported lost = purchase.cabinet.event(OPENED, purchase.commandId());
        purchase.cabinet.tell(CLOSED, purchase.commandId());
        purchase.cabinet.weigh(DoorPosition.CLOSED, 2970, 5000);
        purchase.awaitState("SETTLED");
        assertThat(causes(purchase)).contains("its opening was not seen, its close was");
        purchase.cabinet.send(Topic.DOOR_REPORTED, lost);
        await().atMost(15, SECONDS).until(() -> purchase.view().path("events").size() == 2);
        assertThat(purchase.state()).isEqualTo("SETTLED");
        assertThat(purchase.moves()).hasSize(4);
    }

    @Test
    void aStragglerOfAnOlderBootUndoesNothing() {
        Purchase purchase = purchases.opening();
        DoorReported straggler = purchase.cabinet.event(OPENED, purchase.commandId());
        purchase.cabinet.reboot();
        purchase.cabinet.tell(CLOSED, purchase.commandId());
        purchase.awaitState("CLOSED");
        purchase.cabinet.send(Topic.DOOR_REPORTED, straggler);
        await().atMost(15, SECONDS).until(() -> purchase.view().path("events").size() == 2);
        assertThat(purchase.state()).isEqualTo("CLOSED");
        purchase.cabinet.weigh(DoorPosition.CLOSED, 2970, 5000);
        purchase.awaitState("SETTLED");
        assertThat(purchase.moves()).hasSize(4);
    }

    @Test
    void aCloseThatWasNotToldIsAskedForAndSettlesByTheWeightsSinceIt() {
        Purchase purchase = opened();
        purchase.cabinet.weigh(DoorPosition.OPEN, 2971, 5000);
        purchase.cabinet.event(CLOSED, purchase.commandId());
        purchase.cabinet.weigh(DoorPosition.CLOSED, 2969, 5000);
        purchase.cabinet.weigh(DoorPosition.CLOSED, 2970, 5000);
        int before = purchase.queries().size();
        await().atMost(20, SECONDS)
                .until(() -> {
                    sweep.sweep();
                    return purchase.queries().size() > before;
                });
        purchase.cabinet.tell(IS_CLOSED, purchase.queries().getLast().commandId());
        purchase.awaitState("SETTLED");
        assertThat(purchase.moves())
                .containsExactly(">OPENING", "OPENING>OPENED", "OPENED>CLOSED", "CLOSED>SETTLED");
        await().atMost(15, SECONDS).until(() -> purchase.baskets().size() == 1);
        assertThat(purchase.baskets().getFirst().total()).isEqualTo(Money.ofFen(350));
    }

    @Test
    void aCommandThatExpiredAtAClosedDoorEndsItAtOnce() {
        Purchase purchase = purchases.opening();
        await().atMost(15, SECONDS).until(() -> purchase.queries().size() == 1);
        purchase.answer(Outcome.EXPIRED);
        await().atMost(15, SECONDS).until(() -> purchase.queries().size() == 2);
        purchase.cabinet.tell(IS_CLOSED, purchase.queries().getLast().commandId());
        purchase.awaitState("NOT_OPENED");
        await().untilAsserted(
                        () -> assertThat(purchase.unopened()).containsExactly(Unopened.NOT_OBEYED));
        purchase.assertDoorIsFree();
    }

    @Test
    void whatWasTakenFromACancelledOrdersDoorIsWorkedOutForAnOperator() {
        Purchase purchase = purchases.opening();
        purchase.cabinet.tell(RELOCKED, purchase.commandId());
        purchase.awaitState("NOT_OPENED");
        purchase.cabinet.tell(CLOSED, purchase.commandId());
        purchase.awaitState("ABNORMAL");
        purchase.cabinet.weigh(DoorPosition.CLOSED, 2970, 5000);
        await().atMost(20, SECONDS)
                .until(() -> {
                    sweep.sweep();
                    return !purchase.view().path("evidence").isNull();
                });
        assertThat(purchase.view().path("evidence").path("total").asLong()).isEqualTo(350);
        assertThat(purchase.alarms()).containsExactly("SESSION_ABNORMAL");
        assertThat(purchase.state()).isEqualTo("ABNORMAL");
        assertThat(purchase.baskets()).isEmpty();
    }

    private Purchase opened() {
        Purchase purchase = purchases.opening();
        purchase.cabinet.tell(OPENED, purchase.commandId());
        purchase.awaitState("OPENED");
        return purchase;
    }

    private double grams(Purchase purchase) {
        return shadows.of(purchase.cabinet.sn)
                .weight(1)
                .map(StableWeight::grams)
                .orElse(Double.NaN);
    }

    private static List<String> causes(Purchase purchase) {
        return purchase.view()
                .path("moves")
                .valueStream()
                .map(m -> m.path("cause").asString())
                .toList();
    }
}
