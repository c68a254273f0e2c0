package io.kaimen.device.session;

import static io.kaimen.contracts.comm.DoorReported.Kind.CLOSED;
import static io.kaimen.contracts.comm.DoorReported.Kind.IS_CLOSED;
import static io.kaimen.contracts.comm.DoorReported.Kind.OPENED;
import static io.kaimen.contracts.comm.DoorReported.Kind.RELOCKED;
import static io.kaimen.contracts.comm.DoorReported.Kind.UNLOCKED;
import static io.kaimen.device.TestCabinets.json;
import static io.kaimen.device.TestCabinets.stable;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Money;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CabinetGone;
import io.kaimen.contracts.comm.CommandAnswered.Outcome;
import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.contracts.comm.LaneReading;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.BasketSettled.Line;
import io.kaimen.contracts.device.CabinetCommand;
import io.kaimen.contracts.device.DoorClaimsApi;
import io.kaimen.contracts.device.DoorClaimsApi.ReleaseClaim;
import io.kaimen.contracts.device.DoorSessionMoved.State;
import io.kaimen.contracts.device.DoorSessionMoved.Unopened;
import io.kaimen.device.DeviceTest;
import io.kaimen.device.RecordedMessages;
import io.kaimen.device.TestCabinets;
import io.kaimen.device.TestPurchases;
import io.kaimen.device.TestPurchases.Purchase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Purchases driven by messages alone, through the real broker and back. */
@DeviceTest
class DoorSessionIT {

    @Autowired private TestPurchases purchases;
    @Autowired private TestCabinets cabinets;
    @Autowired private RecordedMessages messages;
    @Autowired private DoorClaimsApi claims;
    @Autowired private SweepDoorSessions sweep;

    @Test
    void aPurchaseEndsInABasketAndAFreeDoor() {
        Purchase purchase = purchases.opening();
        CabinetCommand command = purchase.openCommands().getFirst();
        assertThat(command.instance()).isEqualTo("comm-1");
        assertThat(command.door()).isEqualTo(1);
        purchase.answer(Outcome.SENT);
        purchase.answer(Outcome.ACKNOWLEDGED);
        purchase.cabinet.tell(UNLOCKED, command.commandId());
        purchase.cabinet.tell(OPENED, command.commandId());
        purchase.awaitState("OPENED");
        // A price change now is not this shopper's.
        assertThat(cabinets.operators().put("/admin/prices/products/soap", price(1)).code())
                .isEqualTo(200);
        purchase.cabinet.weigh(DoorPosition.OPEN, 2640, 5000);
        purchase.cabinet.tell(CLOSED, command.commandId());
        purchase.cabinet.weigh(
                DoorPosition.CLOSED, List.of(stable(1, 2641), new LaneReading(2, 4400, false)));
        purchase.awaitState("CLOSED");
        assertThat(purchase.hasClaim()).isTrue();
        purchase.cabinet.weigh(DoorPosition.CLOSED, 2641, 4503);

        await().atMost(15, SECONDS).until(() -> purchase.baskets().size() == 1);
        BasketSettled basket = purchase.baskets().getFirst();
        assertThat(basket.lines())
                .containsExactly(
                        new Line(1, "cola", "Cola", 2, Money.ofFen(350), Money.ofFen(700)),
                        new Line(2, "soap", "Soap", 1, Money.ofFen(990), Money.ofFen(990)));
        assertThat(basket.total()).isEqualTo(Money.ofFen(1690));
        assertThat(basket.shopperId()).isEqualTo("shopper-7");
        assertThat(basket.partner()).isEqualTo("Grand Hotel");
        assertThat(messages.envelopesOf(Topic.BASKET_SETTLED, purchase.orderNo))
                .extracting(Envelope::eventId)
                .containsExactly("basket:" + purchase.orderNo);
        assertThat(purchase.moves())
                .containsExactly(">OPENING", "OPENING>OPENED", "OPENED>CLOSED", "CLOSED>SETTLED");
        await().until(() -> purchase.announced().size() == 3);
        assertThat(purchase.announced()).containsExactly(State.OPENING, State.OPENED, State.CLOSED);
        purchase.assertDoorIsFree();
        assertThat(new PurchaseView(purchase).body.path("basket").path("totalFen").asLong())
                .isEqualTo(1690);
        cabinets.operators().put("/admin/prices/products/soap", price(990));
    }

    private static String price(int fen) {
        return json("{'priceFen':" + fen + "}");
    }

    @Test
    void theNextShopperHasTheDoorBeforeAnyMoneyMoves() {
        Purchase purchase = purchases.opening();
        purchase.cabinet.tell(OPENED, null);
        purchase.cabinet.tell(CLOSED, null);
        purchase.cabinet.weigh(DoorPosition.CLOSED, 3300, 5000);
        purchase.awaitState("SETTLED");
        await().untilAsserted(() -> assertThat(purchase.hasLock()).isFalse());
        Purchase next = purchases.new Purchase(purchase.cabinet, purchase.orderNo + "b");
        assertThat(next.claim.outcome()).isEqualTo(DoorClaimsApi.Outcome.CLAIMED);
        assertThat(next.claim.fence()).isEqualTo(purchase.claim.fence() + 1);
        await().atMost(15, SECONDS).until(() -> purchase.baskets().size() == 1);
        assertThat(purchase.baskets().getFirst().lines()).isEmpty();
    }

    @Test
    void duplicatesAndASecondCloseHaveNoEffect() {
        Purchase purchase = purchases.opening();
        purchase.authorise();
        DoorReported opened = purchase.cabinet.tell(OPENED, purchase.commandId());
        purchase.cabinet.send(Topic.DOOR_REPORTED, opened);
        DoorReported closed = purchase.cabinet.tell(CLOSED, purchase.commandId());
        purchase.cabinet.send(Topic.DOOR_REPORTED, closed);
        purchase.cabinet.weigh(DoorPosition.CLOSED, 2970, 5000);
        purchase.awaitState("SETTLED");
        purchase.cabinet.send(Topic.DOOR_REPORTED, closed);
        purchase.cabinet.tell(CLOSED, purchase.commandId());
        DoorReported last = purchase.cabinet.tell(IS_CLOSED, purchase.commandId());
        purchase.cabinet.weigh(DoorPosition.CLOSED, 2970, 5000);
        // Events of a cabinet are handled in order: with the last one recorded all are through.
        await().atMost(15, SECONDS)
                .until(() ->
                        new PurchaseView(purchase)
                                .body
                                .path("events")
                                .valueStream()
                                .anyMatch(e ->
                                        e.path("sequence").asLong() == last.origin().sequence()));
        assertThat(new PurchaseView(purchase).body.path("events").size()).isEqualTo(4);
        assertThat(purchase.openCommands()).hasSize(1);
        assertThat(purchase.moves()).hasSize(4);
        await().atMost(15, SECONDS).until(() -> !purchase.baskets().isEmpty());
        assertThat(purchase.baskets()).hasSize(1);
    }

    @Test
    void weightsThatOvertakeTheCloseCountWhenTheyAreNewer() {
        Purchase purchase = purchases.opening();
        purchase.cabinet.tell(OPENED, purchase.commandId());
        purchase.awaitState("OPENED");
        DoorReported closed = purchase.cabinet.event(CLOSED, purchase.commandId());
        purchase.cabinet.weigh(DoorPosition.CLOSED, 2640, 5000);
        purchase.cabinet.send(Topic.DOOR_REPORTED, closed);
        await().atMost(15, SECONDS).until(() -> purchase.baskets().size() == 1);
        assertThat(purchase.baskets().getFirst().total()).isEqualTo(Money.ofFen(700));
    }

    @Test
    void aCloseWithoutAnOpenStillSettles() {
        Purchase purchase = purchases.opening();
        purchase.cabinet.tell(CLOSED, purchase.commandId());
        purchase.cabinet.weigh(DoorPosition.CLOSED, 2970, 5000);
        purchase.awaitState("SETTLED");
        assertThat(purchase.moves())
                .containsExactly(">OPENING", "OPENING>OPENED", "OPENED>CLOSED", "CLOSED>SETTLED");
        await().atMost(15, SECONDS).until(() -> purchase.baskets().size() == 1);
        assertThat(purchase.baskets().getFirst().total()).isEqualTo(Money.ofFen(350));
    }

    @Test
    void aDoorThatWasNotPulledFreesEverything() {
        Purchase purchase = purchases.opening();
        purchase.cabinet.tell(UNLOCKED, purchase.commandId());
        purchase.cabinet.tell(RELOCKED, purchase.commandId());
        purchase.awaitState("NOT_OPENED");
        purchase.assertDoorIsFree();
        await().untilAsserted(() ->
                assertThat(purchase.announced()).containsExactly(State.OPENING, State.NOT_OPENED));
        assertThat(purchase.unopened()).containsExactly(Unopened.NOT_PULLED);
    }

    @Test
    void aClosedAnswerIsFinalOnlyAfterTheUnlockWindow() {
        Purchase purchase = purchases.opening();
        purchase.answer(Outcome.ACKNOWLEDGED);
        await().atMost(15, SECONDS).until(() -> purchase.queries().size() == 1);
        purchase.cabinet.tell(IS_CLOSED, purchase.queries().getFirst().commandId());
        await().atMost(15, SECONDS).until(() -> purchase.queries().size() == 2);
        assertThat(purchase.state()).isEqualTo("OPENING");
        purchase.cabinet.tell(IS_CLOSED, purchase.queries().getLast().commandId());
        purchase.awaitState("NOT_OPENED");
        purchase.assertDoorIsFree();
        await().untilAsserted(() ->
                assertThat(purchase.unopened()).containsExactly(Unopened.LOCK_FAILED));
    }

    @Test
    void aSilentCabinetMakesItAbnormalAndKeepsTheDoor() {
        Purchase purchase = purchases.opening();
        purchase.answer(Outcome.SENT);
        purchase.awaitState("ABNORMAL");
        assertThat(purchase.hasClaim()).isTrue();
        assertThat(purchase.queries()).hasSizeBetween(1, 2);
        claims.release(new ReleaseClaim(purchase.cabinet.sn, 1, purchase.orderNo));
        assertThat(purchase.hasClaim()).isTrue();
        // It comes back: something is missing.
        await().atMost(15, SECONDS)
                .until(() -> {
                    sweep.sweep();
                    return purchase.queries().size() > 2;
                });
        purchase.cabinet.tell(IS_CLOSED, purchase.queries().getLast().commandId());
        purchase.cabinet.weigh(DoorPosition.CLOSED, 2970, 5000);
        await().atMost(15, SECONDS)
                .until(() -> {
                    sweep.sweep();
                    return purchase.baskets().size() == 1;
                });
        assertThat(purchase.moves())
                .containsExactly(
                        ">OPENING",
                        "OPENING>ABNORMAL",
                        "ABNORMAL>OPENED",
                        "OPENED>CLOSED",
                        "CLOSED>SETTLED");
        purchase.assertDoorIsFree();
    }

    @Test
    void aSilentCabinetThatComesBackWithNothingMissingWasNotOpened() {
        Purchase purchase = purchases.opening();
        purchase.answer(Outcome.SENT);
        purchase.awaitState("ABNORMAL");
        purchase.cabinet.reboot();
        purchase.cabinet.connect("comm-2");
        await().atMost(15, SECONDS)
                .until(() ->
                        purchase.queries().stream().anyMatch(q -> q.instance().equals("comm-2")));
        purchase.cabinet.tell(IS_CLOSED, purchase.queries().getLast().commandId());
        purchase.cabinet.weigh(DoorPosition.CLOSED, 3301, 4999);
        await().atMost(15, SECONDS)
                .until(() -> {
                    sweep.sweep();
                    return purchase.state().equals("NOT_OPENED");
                });
        purchase.assertDoorIsFree();
        assertThat(purchase.baskets()).isEmpty();
    }

    @Test
    void aCommandFollowsTheCabinetToItsNewInstanceUnderTheSameId() {
        Purchase purchase = purchases.opening();
        purchase.cabinet.connect("comm-2");
        await().atMost(15, SECONDS).until(() -> purchase.openCommands().size() == 2);
        CabinetCommand first = purchase.openCommands().getFirst();
        CabinetCommand second = purchase.openCommands().getLast();
        assertThat(second.commandId()).isEqualTo(first.commandId());
        assertThat(second.expiresAt()).isEqualTo(first.expiresAt());
        assertThat(second.instance()).isEqualTo("comm-2");
        assertThat(second.epoch()).isEqualTo(first.epoch() + 1);
        // The old instance says so too; the new route has it already.
        purchase.answer(Outcome.NOT_HERE);
        purchase.cabinet.tell(RELOCKED, purchase.commandId());
        purchase.awaitState("NOT_OPENED");
        assertThat(purchase.openCommands()).hasSize(2);
    }

    @Test
    void weightsThatNeverSettleMakeItAbnormalUntilTheyDo() {
        Purchase purchase = purchases.opening();
        purchase.cabinet.tell(OPENED, purchase.commandId());
        purchase.cabinet.tell(CLOSED, purchase.commandId());
        purchase.cabinet.weigh(
                DoorPosition.CLOSED, List.of(stable(1, 2970), new LaneReading(2, 4990, false)));
        purchase.awaitState("ABNORMAL");
        assertThat(purchase.hasClaim()).isTrue();
        purchase.cabinet.weigh(DoorPosition.CLOSED, 2970, 5001);
        purchase.awaitState("SETTLED");
        await().atMost(15, SECONDS).until(() -> purchase.baskets().size() == 1);
        assertThat(purchase.baskets().getFirst().total()).isEqualTo(Money.ofFen(350));
        purchase.assertDoorIsFree();
    }

    @Test
    void aCancelledOrderThatNeverHadItsDoorCommandedLetsGo() {
        Purchase purchase = purchases.claimed();
        purchase.cancel();
        await().atMost(15, SECONDS).until(() -> !purchase.hasClaim());
        purchase.assertDoorIsFree();
        // The authorisation comes too late: no door opens for it.
        purchase.authorise();
        purchase.awaitState("NOT_OPENED");
        assertThat(purchase.openCommands()).isEmpty();
        await().untilAsserted(
                        () -> assertThat(purchase.announced()).containsExactly(State.NOT_OPENED));
    }

    @Test
    void anOrderCancelledWithItsDoorOpenIsForAnOperator() {
        Purchase purchase = purchases.opening();
        purchase.cabinet.tell(OPENED, purchase.commandId());
        purchase.awaitState("OPENED");
        purchase.cancel();
        purchase.awaitState("ABNORMAL");
        DoorReported closed = purchase.cabinet.tell(CLOSED, purchase.commandId());
        purchase.cabinet.weigh(DoorPosition.CLOSED, 2970, 5000);
        await().atMost(15, SECONDS)
                .until(() ->
                        new PurchaseView(purchase).body.path("closed").path("up").asLong()
                                == closed.origin().uptimeMillis());
        sweep.sweep();
        assertThat(purchase.state()).isEqualTo("ABNORMAL");
        assertThat(purchase.hasClaim()).isTrue();
        assertThat(purchase.baskets()).isEmpty();
    }

    @Test
    void aCloseAfterItWasGivenUpIsNotThrownAway() {
        Purchase purchase = purchases.opening();
        purchase.cabinet.tell(RELOCKED, purchase.commandId());
        purchase.awaitState("NOT_OPENED");
        purchase.cabinet.tell(CLOSED, purchase.commandId());
        purchase.awaitState("ABNORMAL");
        assertThat(new PurchaseView(purchase).body.path("closed").isNull()).isFalse();
        assertThat(purchase.baskets()).isEmpty();
    }

    @Test
    void anOfflineCabinetIsNotCommanded() {
        Purchase purchase = purchases.claimed();
        purchase.cabinet.send(
                Topic.CABINET_GONE,
                new CabinetGone(purchase.cabinet.sn, "comm-1", 1, Instant.now(), "closed"));
        await().atMost(15, SECONDS)
                .until(() ->
                        cabinets.operators()
                                .get("/admin/cabinets/" + purchase.cabinet.sn)
                                .body()
                                .path("route")
                                .isNull());
        purchase.authorise();
        purchase.awaitState("NOT_OPENED");
        purchase.assertDoorIsFree();
        assertThat(purchase.openCommands()).isEmpty();
    }

    @Test
    void theSweepDoesWhatLostRemindersWouldHave() {
        Purchase purchase = purchases.opening();
        purchase.answer(Outcome.SENT);
        await().atMost(30, SECONDS)
                .until(() -> {
                    sweep.sweep();
                    return purchase.state().equals("ABNORMAL");
                });
        assertThat(purchase.queries()).hasSizeBetween(1, 2);
    }

    /** What operators see of it. */
    private final class PurchaseView {

        private final JsonNode body;

        PurchaseView(Purchase purchase) {
            this.body =
                    cabinets.operators().get("/admin/cabinets/sessions/" + purchase.orderNo).body();
        }
    }
}
