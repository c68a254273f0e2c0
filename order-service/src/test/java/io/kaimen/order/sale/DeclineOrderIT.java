package io.kaimen.order.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.channel.AuthorisationsApi.PlatformOrder;
import io.kaimen.contracts.device.DoorSessionMoved;
import io.kaimen.order.played.Caller;
import io.kaimen.order.played.Caller.Answer;
import io.kaimen.order.played.OnOrderService;
import io.kaimen.order.played.PlayedChannel;
import io.kaimen.order.played.Purchase;
import io.kaimen.order.played.Purchases;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@OnOrderService
class DeclineOrderIT {

    @Autowired private Purchases purchases;
    @Autowired private PlayedChannel channel;
    @Autowired private Caller caller;
    @Autowired private Sweep sweep;

    @Test
    void endsAnOrderThereAndHereAtOnceAndFreesItsShopper() {
        Purchase purchase = purchases.start();

        Answer answer = cancel(purchase);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("status")).isEqualTo("CANCELLED");
        assertThat(answer.text("message")).contains("没有授权").contains("不收费");
        assertThat(channel.stateOf(purchase.orderNo())).isEqualTo(PlatformOrder.State.CANCELLED);
        assertThat(purchase.isRunning()).isFalse();
        assertThat(cancel(purchase).text("status")).as("again").isEqualTo("CANCELLED");
    }

    @Test
    void isEndedLaterWhenThePlatformDoesNotAnswer() {
        Purchase purchase = purchases.start();
        channel.silent(true);
        try {
            Answer answer = cancel(purchase);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("message")).contains("正在取消");
        } finally {
            channel.silent(false);
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> {
                    sweep.sweepAuthorisations();
                    return purchase.state("status").equals("CANCELLED");
                });
    }

    @Test
    void isRefusedInPlainWordsOnceTheDoorIsOnItsWay() {
        Purchase purchase = purchases.start();
        purchase.authorise();

        assertRefused(cancel(purchase), "柜门正在打开");
        purchase.door(DoorSessionMoved.State.OPENING, 3);
        purchase.door(DoorSessionMoved.State.OPENED, 4);
        purchase.awaitState("status", "OPENED");
        assertRefused(cancel(purchase), "柜门已经打开");
        assertThat(purchase.state("status")).isEqualTo("OPENED");
    }

    @Test
    void isForTheOrdersOwnShopperOnly() {
        Purchase purchase = purchases.start();
        String path = "/shopper/orders/" + purchase.orderNo() + "/cancel";

        assertThat(caller.call(HttpMethod.POST, path, caller.newShopper().token(), null).status())
                .isEqualTo(404);
        assertThat(purchase.state("status")).isEqualTo("AUTHORISING");
    }

    private static void assertRefused(Answer answer, String words) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("too-late-to-cancel");
        assertThat(answer.text("detail")).contains(words);
    }

    private Answer cancel(Purchase purchase) {
        return caller.call(
                HttpMethod.POST,
                "/shopper/orders/" + purchase.orderNo() + "/cancel",
                purchase.phone().token(),
                null);
    }
}
