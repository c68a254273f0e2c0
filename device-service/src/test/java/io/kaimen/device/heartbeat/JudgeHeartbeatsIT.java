package io.kaimen.device.heartbeat;

import static io.kaimen.device.TestCabinets.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.device.CabinetStatus;
import io.kaimen.contracts.device.CabinetStatusChanged;
import io.kaimen.device.DeviceTest;
import io.kaimen.device.RecordedMessages;
import io.kaimen.device.recovery.RebuildFixture;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redisson.api.RScoredSortedSet;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cabinets of these tests are rows only: nobody connects, heartbeats are written by the test. */
@DeviceTest
@ExtendWith(OutputCaptureExtension.class)
class JudgeHeartbeatsIT {

    @Autowired private JudgeHeartbeats judge;
    @Autowired private SeedHeartbeats seed;
    @Autowired private RecordedMessages messages;
    @Autowired private RedissonClient redis;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void forgetOtherCabinets() {
        redis.getKeys()
                .delete(
                        "kaimen:heartbeat:last",
                        "kaimen:heartbeat:judging",
                        "kaimen:heartbeat:protected");
        redis.getBucket("kaimen:heartbeat:judged-from", StringCodec.INSTANCE).set("0");
        jdbc.sql("update cabinet set status = 'PENDING_INIT' where status in ('ONLINE', 'OFFLINE')")
                .update();
    }

    @Test
    void theSilentGoOfflineAndTheOthersStay() {
        String silent = online();
        String speaking = online();
        heard(silent, Duration.ofSeconds(61));
        heard(speaking, Duration.ofSeconds(59));
        countedAsExpected(1.0);
        judge.judge();
        assertThat(status(silent)).isEqualTo("OFFLINE");
        assertThat(status(speaking)).isEqualTo("ONLINE");
        assertThat(redis.getMap("kaimen:cabinet:" + silent, StringCodec.INSTANCE).get("status"))
                .isEqualTo("OFFLINE");
        await().untilAsserted(() ->
                assertThat(
                                messages.of(
                                        Topic.CABINET_STATUS_CHANGED,
                                        silent,
                                        CabinetStatusChanged.class))
                        .extracting(CabinetStatusChanged::to)
                        .containsExactly(CabinetStatus.OFFLINE));
    }

    @Test
    void twoJudgesNeverJudgeOneTwice() throws Exception {
        List<String> silent = IntStream.range(0, 450).mapToObj(n -> online()).toList();
        silent.forEach(sn -> heard(sn, Duration.ofMinutes(5)));
        countedAsExpected(1.0);
        try (ExecutorService judges = Executors.newFixedThreadPool(2)) {
            judges.invokeAll(
                            List.of(
                                    Executors.callable(judge::judge),
                                    Executors.callable(judge::judge)))
                    .forEach(done -> assertThat(done).succeedsWithin(Duration.ZERO));
        }
        assertThat(silent).allSatisfy(sn -> assertThat(status(sn)).isEqualTo("OFFLINE"));
        assertThat(silent).allSatisfy(sn -> assertThat(moves(sn)).isEqualTo(1));
        assertThat(redis.getScoredSortedSet("kaimen:heartbeat:judging").isEmpty()).isTrue();
    }

    @Test
    void whenHeartbeatsAreMissingEverywhereNobodyGoesOfflineAndOneAlertIsRaised(
            CapturedOutput output) {
        List<String> silent = Stream.generate(this::online).limit(10).toList();
        silent.forEach(sn -> heard(sn, Duration.ofMinutes(2)));
        countedAsExpected(0.79);
        judge.judge();
        judge.judge();
        assertThat(silent).allSatisfy(sn -> assertThat(status(sn)).isEqualTo("ONLINE"));
        assertThat(output.getOut().split("ALERT self-protection", -1)).hasSize(2);
        countedAsExpected(0.81);
        judge.judge();
        assertThat(silent).allSatisfy(sn -> assertThat(status(sn)).isEqualTo("OFFLINE"));
        assertThat(output).contains("self-protection ends");
    }

    @Test
    void aHeartbeatBringsACabinetOnlineAgain() {
        String cabinet = online();
        heard(cabinet, Duration.ofMinutes(2));
        countedAsExpected(1.0);
        judge.judge();
        assertThat(status(cabinet)).isEqualTo("OFFLINE");
        judge.judge();
        assertThat(moves(cabinet)).isEqualTo(1);
        heard(cabinet, Duration.ofSeconds(1));
        judge.judge();
        assertThat(status(cabinet)).isEqualTo("ONLINE");
    }

    @Test
    void whatADeadJudgeTookIsJudgedByAnother() {
        String cabinet = online();
        set("kaimen:heartbeat:judging").add(ago(Duration.ofMinutes(1)), cabinet);
        String recovered = online();
        set("kaimen:heartbeat:judging").add(ago(Duration.ofMinutes(1)), recovered);
        heard(recovered, Duration.ofSeconds(5));
        countedAsExpected(1.0);
        judge.judge();
        assertThat(status(cabinet)).isEqualTo("OFFLINE");
        assertThat(status(recovered)).isEqualTo("ONLINE");
    }

    @Test
    void afterTheLossOfRedisCabinetsAreJudgedFromThenOn(CapturedOutput output) {
        String cabinet = online();
        redis.getKeys().delete("kaimen:heartbeat:judged-from");
        heard(cabinet, Duration.ofMinutes(2));
        countedAsExpected(0);
        judge.judge();
        assertThat(status(cabinet)).isEqualTo("ONLINE");

        redis.getKeys().delete("kaimen:heartbeat:last");
        seed.rebuild(RebuildFixture.rebuilding(redis));
        assertThat(set("kaimen:heartbeat:last").getScore(cabinet))
                .isGreaterThan(ago(Duration.ofSeconds(30)));

        // The last minute was not counted to its end: that it lacks heartbeats says nothing.
        heard(cabinet, Duration.ofMinutes(2));
        judge.judge();
        assertThat(status(cabinet)).isEqualTo("ONLINE");
        assertThat(output.getOut()).doesNotContain("ALERT self-protection");
    }

    private String online() {
        String sn = unique("HB");
        Timestamp earlier = Timestamp.from(Instant.now().minus(10, ChronoUnit.MINUTES));
        jdbc.sql(
                        """
                        insert into cabinet (sn, name, site, warehouse, status, status_changed_at,
                            credential_sha256, credential_state, credential_changed_at, route_instance,
                            route_epoch, planogram_version, reported_at, created_at, updated_at)
                        values (:sn, 'HB', 'lobby', 'wh', 'ONLINE', :at, '', 'ACTIVE', :at, 'comm-1', 1, 1,
                            :at, :at, :at)
                        """)
                .param("sn", sn)
                .param("at", earlier)
                .update();
        return sn;
    }

    private void heard(String sn, Duration ago) {
        set("kaimen:heartbeat:last").add(ago(ago), sn);
    }

    private RScoredSortedSet<String> set(String key) {
        return redis.getScoredSortedSet(key, StringCodec.INSTANCE);
    }

    private static double ago(Duration time) {
        return Instant.now().minus(time).toEpochMilli();
    }

    /** Both minutes that may be the last one when the judge looks. */
    private void countedAsExpected(double share) {
        long online =
                jdbc.sql("select count(*) from cabinet where status = 'ONLINE'")
                        .query(Long.class)
                        .single();
        double exact = online * 2 * share;
        long count = (long) (share < 0.8 ? Math.floor(exact) : Math.ceil(exact));
        DateTimeFormatter minute =
                DateTimeFormatter.ofPattern("yyyyMMddHHmm").withZone(ZoneId.of("Asia/Shanghai"));
        for (int ago = 0; ago < 2; ago++) {
            String key = minute.format(Instant.now().minus(ago, ChronoUnit.MINUTES));
            redis.getBucket("kaimen:heartbeat:cnt:" + key, StringCodec.INSTANCE)
                    .set(Long.toString(count), Duration.ofMinutes(10));
        }
    }

    private String status(String sn) {
        return jdbc.sql("select status from cabinet where sn = ?")
                .param(sn)
                .query(String.class)
                .single();
    }

    private long moves(String sn) {
        return jdbc.sql("select count(*) from cabinet_status_move where sn = ?")
                .param(sn)
                .query(Long.class)
                .single();
    }
}
