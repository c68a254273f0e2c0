package io.kaimen.device.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.comm.CabinetGone;
import io.kaimen.contracts.comm.CommandAnswered;
import io.kaimen.contracts.comm.DoorPosition;
import io.kaimen.contracts.comm.DoorReported.Kind;
import io.kaimen.contracts.device.DoorClaimsApi.Outcome;
import io.kaimen.device.DeviceTest;
import io.kaimen.device.TestCabinets;
import io.kaimen.device.TestCabinets.TestCabinet;
import io.kaimen.device.TestPurchases;
import io.kaimen.device.TestPurchases.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Redis loses everything while the service runs. */
@DeviceTest
class RebuildRedisIT {

    private static final String READY = "kaimen:generation";
    private static final String NEXT = "kaimen:generation:next";

    @Autowired private TestCabinets cabinets;
    @Autowired private TestPurchases purchases;
    @Autowired private RedissonClient redis;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void filledAgain() {
        redis.getKeys().delete(NEXT);
        awaitReady();
    }

    @Test
    void doorsWaitUntilCabinetsAndClaimsAreKnownAgain() {
        Purchase claimed = purchases.claimed();
        TestCabinet free = cabinets.selling();
        weighed(free);

        emptyAndKeepEmpty();
        assertThat(purchases.new Purchase(free, "early-" + free.sn).claim.outcome())
                .isEqualTo(Outcome.STARTING_UP_AGAIN);
        claimed.authorise();
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(3))
                .until(() -> claimed.openCommands().isEmpty() && claimed.state().isEmpty());

        redis.getKeys().delete(NEXT);
        awaitReady();
        assertThat(claimed.hasLock()).isTrue();
        assertThat(hash("kaimen:route:" + free.sn))
                .isEqualTo(Map.of("instance", "comm-1", "epoch", "1"));
        assertThat(hash("kaimen:cabinet:" + free.sn))
                .containsEntry("status", "ONLINE")
                .containsEntry("door:1", "CLOSED")
                .containsKeys("lane:1", "lane:2")
                // Of it there is a report only, and those are not stored.
                .doesNotContainKey("lane:3");
        assertThat(redis.getScoredSortedSet("kaimen:heartbeat:last", StringCodec.INSTANCE))
                .contains(free.sn);
        assertThat(purchases.new Purchase(free, "late-" + free.sn).claim.outcome())
                .isEqualTo(Outcome.CLAIMED);
        // The held command goes out, or not, by what its cabinet says from now on.
        claimed.cabinet.report(3300, 5000, 3300);
        claimed.awaitState("OPENING");
    }

    @Test
    void aSaleUnderWayGoesOnAndIsSettled() {
        Purchase open = purchases.opening();
        open.answer(CommandAnswered.Outcome.ACKNOWLEDGED);
        open.cabinet.tell(Kind.OPENED, open.commandId());
        open.awaitState("OPENED");

        redis.getKeys().flushall();
        open.cabinet.tell(Kind.CLOSED, open.commandId());
        open.cabinet.weigh(DoorPosition.CLOSED, 2970, 5000);
        open.awaitState("SETTLED");
        await().untilAsserted(() -> assertThat(open.baskets()).hasSize(1));
        awaitReady();
        open.assertDoorIsFree();
    }

    @Test
    void weightsThatCameBeforeTheLossStillSettle() {
        Purchase open = purchases.opening();
        open.cabinet.tell(Kind.OPENED, open.commandId());
        open.awaitState("OPENED");
        open.cabinet.tell(Kind.CLOSED, open.commandId());
        open.awaitState("CLOSED");
        emptyAndKeepEmpty();
        weighed(open.cabinet);
        redis.getKeys().flushall();
        open.awaitState("SETTLED");
    }

    @Test
    void connectionsGoOnCountingAndALateGoneErasesNothing() {
        TestCabinet cabinet = cabinets.selling();
        redis.getKeys().flushall();
        assertThat(cabinet.connect("comm-2")).isEqualTo(2);
        cabinet.send(
                Topic.CABINET_GONE,
                new CabinetGone(cabinet.sn, "comm-1", 1, Instant.now(), "lost"));
        awaitReady();
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(5))
                .until(() ->
                        hash("kaimen:route:" + cabinet.sn)
                                .equals(Map.of("instance", "comm-2", "epoch", "2")));
    }

    @Test
    void whatIsLostWhileItIsRebuiltIsRebuiltOnceMore() {
        awaitReady();
        var generation = new Generation(redis);
        redis.getKeys().flushall();
        redis.getBucket(NEXT, StringCodec.INSTANCE).set("mine", Duration.ofSeconds(30));
        assertThat(generation.begin()).isEmpty();
        assertThat(generation.renew("mine")).isTrue();
        redis.getKeys().delete(NEXT);
        assertThat(generation.renew("mine")).isFalse();
        assertThat(generation.finish("mine")).isFalse();
    }

    /** A rebuild that never ends: doors stay closed for as long as the test wants. */
    private void emptyAndKeepEmpty() {
        awaitReady();
        redis.getKeys().flushall();
        // Whoever began in between loses its lease.
        redis.getBucket(NEXT, StringCodec.INSTANCE).set("nobody", Duration.ofSeconds(30));
        redis.getKeys().delete(READY);
    }

    private void awaitReady() {
        await().atMost(Duration.ofSeconds(15)).until(() -> redis.getBucket(READY).isExists());
    }

    /** Weights of door 1 that are stored. */
    private void weighed(TestCabinet cabinet) {
        long before = samples(cabinet);
        cabinet.weigh(DoorPosition.CLOSED, 2970, 5000);
        await().until(() -> samples(cabinet) == before + 2);
    }

    private long samples(TestCabinet cabinet) {
        return jdbc.sql("select count(*) from weight_sample where sn = ?")
                .param(cabinet.sn)
                .query(Long.class)
                .single();
    }

    private Map<String, String> hash(String key) {
        return redis.<String, String>getMap(key, StringCodec.INSTANCE).readAllMap();
    }
}
