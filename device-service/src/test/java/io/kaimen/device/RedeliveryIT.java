package io.kaimen.device;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CabinetGone;
import io.kaimen.contracts.comm.CommandAnswered;
import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.device.TestCabinets.TestCabinet;
import io.kaimen.device.TestPurchases.Purchase;
import io.kaimen.service.testing.Redelivery;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.beans.factory.annotation.Autowired;

@DeviceTest
class RedeliveryIT {

    @Autowired private Redelivery redelivery;
    @Autowired private TestCabinets cabinets;
    @Autowired private TestPurchases purchases;
    @Autowired private RedissonClient redis;

    @Test
    void whatIsToldAgainHasNoEffect() {
        TestCabinet cabinet = cabinets.registered();
        cabinet.plan();
        redelivery.about(cabinet.sn).alsoSee("Redis", () -> inRedis(cabinet.sn));
        comesOnline(cabinet);
        sells(cabinet);
        cancels(cabinet);
        redelivery
                .tell(
                        () ->
                                cabinet.send(
                                        Topic.CABINET_GONE,
                                        new CabinetGone(
                                                cabinet.sn, "comm-1", 1, Instant.now(), "closed")),
                        Topic.CABINET_GONE)
                .tellAgain();
    }

    private void comesOnline(TestCabinet cabinet) {
        redelivery
                .tell(() -> cabinet.connect("comm-1"), Topic.CABINET_CONNECTED)
                .tell(() -> cabinet.report(3300, 5000, 3300), Topic.CABINET_REPORTED);
        cabinet.awaitStatus("ONLINE");
    }

    /**
     * The door opens only after it was asked for once, so that the reminder to ask has an effect.
     */
    private void sells(TestCabinet cabinet) {
        Purchase purchase = purchase(cabinet);
        redelivery
                .tell(
                        () -> {
                            purchase.authorise();
                            await().atMost(30, SECONDS).until(() -> !purchase.queries().isEmpty());
                        },
                        Topic.ORDER_AUTHORISED,
                        Topic.DOOR_CHECK_DUE)
                .tell(
                        () -> purchase.answer(CommandAnswered.Outcome.ACKNOWLEDGED),
                        Topic.COMMAND_ANSWERED)
                .tell(
                        () -> {
                            cabinet.tell(DoorReported.Kind.OPENED, purchase.commandId());
                            cabinet.weigh(DoorPosition.OPEN, 2640, 5000);
                            cabinet.tell(DoorReported.Kind.CLOSED, purchase.commandId());
                        },
                        Topic.DOOR_REPORTED)
                .tell(() -> cabinet.weigh(DoorPosition.CLOSED, 2640, 5000), Topic.WEIGHTS_REPORTED);
        purchase.awaitState("SETTLED");
        await().atMost(30, SECONDS).until(() -> purchase.baskets().size() == 1);
    }

    private void cancels(TestCabinet cabinet) {
        Purchase purchase = purchase(cabinet);
        redelivery.tell(purchase::cancel, Topic.ORDER_CANCELLED);
        purchase.assertDoorIsFree();
    }

    private Purchase purchase(TestCabinet cabinet) {
        Purchase purchase = purchases.new Purchase(cabinet, TestCabinets.unique("order-"));
        redelivery.about(purchase.orderNo);
        return purchase;
    }

    private List<Object> inRedis(String sn) {
        return List.of(
                redis.getBucket("kaimen:door-lock:" + sn + ":1", StringCodec.INSTANCE).isExists(),
                redis.getMap("kaimen:route:" + sn, StringCodec.INSTANCE).readAllMap(),
                redis.getMap("kaimen:cabinet:" + sn, StringCodec.INSTANCE).readAllMap());
    }
}
