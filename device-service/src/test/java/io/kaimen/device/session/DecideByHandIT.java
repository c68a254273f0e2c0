package io.kaimen.device.session;

import static io.kaimen.contracts.comm.DoorReported.Kind.OPENED;
import static io.kaimen.device.TestCabinets.json;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Money;
import io.kaimen.contracts.comm.CommandAnswered.Outcome;
import io.kaimen.contracts.device.BasketSettled;
import io.kaimen.contracts.device.DoorSessionMoved.State;
import io.kaimen.device.DeviceTest;
import io.kaimen.device.Operators.Answer;
import io.kaimen.device.TestCabinets;
import io.kaimen.device.TestPurchases;
import io.kaimen.device.TestPurchases.Purchase;
import io.kaimen.service.security.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Abnormal sessions that people decide, over HTTP. */
@DeviceTest
class DecideByHandIT {

    @Autowired private TestCabinets cabinets;
    @Autowired private TestPurchases purchases;
    @Autowired private JdbcClient jdbc;

    @Test
    void anOpenedSessionIsSettledWithWhatSomebodySaw() {
        Purchase purchase = abnormalAndOpened();

        Answer answer = settle(purchase, "[{'lane':1,'quantity':2}]");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.body().path("state").asString()).isEqualTo("SETTLED");
        assertThat(answer.body().path("basket").path("totalFen").asLong()).isEqualTo(700);
        await().atMost(15, SECONDS).until(() -> purchase.baskets().size() == 1);
        BasketSettled basket = purchase.baskets().getFirst();
        assertThat(basket.total()).isEqualTo(Money.ofFen(700));
        assertThat(basket.algorithm()).isEqualTo("operator");
        purchase.assertDoorIsFree();
        assertThat(audited(purchase)).isEqualTo("olga settle-session");
    }

    @Test
    void theSameDecisionAgainChangesNothingAndAnotherIsRefused() {
        Purchase purchase = abnormalAndOpened();
        settle(purchase, "[]");

        assertThat(settle(purchase, "[]").code()).isEqualTo(200);
        Answer another = settle(purchase, "[{'lane':1,'quantity':1}]");

        assertThat(another.code()).isEqualTo(409);
        assertThat(another.body().path("code").asString()).isEqualTo("session-not-abnormal");
        await().atMost(15, SECONDS).until(() -> purchase.baskets().size() == 1);
        assertThat(purchase.baskets().getFirst().lines()).isEmpty();
    }

    @Test
    void aDoorNobodySawOpenIsCancelled() {
        Purchase purchase = purchases.opening();
        purchase.answer(Outcome.SENT);
        purchase.awaitState("ABNORMAL");

        assertThat(cancel(purchase).code()).isEqualTo(200);
        assertThat(cancel(purchase).code()).isEqualTo(200);

        assertThat(purchase.state()).isEqualTo("NOT_OPENED");
        purchase.assertDoorIsFree();
        await().atMost(15, SECONDS)
                .untilAsserted(() -> assertThat(purchase.announced()).endsWith(State.NOT_OPENED));
        assertThat(audited(purchase)).isEqualTo("olga cancel-session");
    }

    @Test
    void aDoorThatWasOpenedIsNotCancelled() {
        Purchase purchase = abnormalAndOpened();

        Answer answer = cancel(purchase);

        assertThat(answer.code()).isEqualTo(409);
        assertThat(answer.body().path("code").asString()).isEqualTo("door-was-opened");
        assertThat(purchase.hasClaim()).isTrue();
    }

    @Test
    void nothingIsDecidedOfASessionThatGoesOnByItself() {
        Purchase purchase = purchases.opening();

        assertThat(settle(purchase, "[]").body().path("code").asString())
                .isEqualTo("session-not-abnormal");
        assertThat(cancel(purchase).body().path("code").asString())
                .isEqualTo("session-not-abnormal");
        assertThat(purchase.state()).isEqualTo("OPENING");
    }

    @Test
    void linesThatCannotBeAreRefused() {
        Purchase purchase = abnormalAndOpened();

        assertThat(settle(purchase, "[{'lane':9,'quantity':1}]").code()).isEqualTo(422);
        assertThat(settle(purchase, "[{'lane':1,'quantity':1},{'lane':1,'quantity':1}]").code())
                .isEqualTo(422);
        assertThat(settle(purchase, "[{'lane':1,'quantity':1000}]").code()).isEqualTo(422);
        assertThat(settle(purchase, "[{'lane':1,'quantity':0}]").code()).isEqualTo(400);
        assertThat(cabinets.operators().post(path(purchase, "settle"), json("{'lines':[]}")).code())
                .isEqualTo(400);
        assertThat(purchase.state()).isEqualTo("ABNORMAL");
    }

    @Test
    void orderServiceIsToldWhatItMayNotHaveHeard() {
        Purchase purchase = purchases.opening();
        Purchase claimed = purchases.claimed();

        Answer told = moves(purchase);

        assertThat(told.body().path(0).path("state").asString()).isEqualTo("OPENING");
        assertThat(told.body().path(0).path("commandId").asString())
                .isEqualTo(purchase.commandId());
        assertThat(moves(claimed).body()).isEmpty();
    }

    private Purchase abnormalAndOpened() {
        Purchase purchase = purchases.opening();
        purchase.cabinet.tell(OPENED, purchase.commandId());
        purchase.awaitState("OPENED");
        purchase.cancel();
        purchase.awaitState("ABNORMAL");
        return purchase;
    }

    private Answer settle(Purchase purchase, String lines) {
        String body = "{'lines':%s,'reason':'seen on the camera'}".formatted(lines);
        return cabinets.operators().post(path(purchase, "settle"), json(body));
    }

    private Answer cancel(Purchase purchase) {
        String body = "{'reason':'the technician found it closed'}";
        return cabinets.operators().post(path(purchase, "cancel"), json(body));
    }

    private Answer moves(Purchase purchase) {
        return cabinets.as(Role.SERVICE)
                .get("/internal/door-sessions/" + purchase.orderNo + "/moves");
    }

    private static String path(Purchase purchase, String decision) {
        return "/admin/cabinets/sessions/" + purchase.orderNo + "/" + decision;
    }

    private String audited(Purchase purchase) {
        return jdbc.sql("select concat(who, ' ', action) from audit_entry where subject = ?")
                .param("order " + purchase.orderNo)
                .query(String.class)
                .single();
    }
}
