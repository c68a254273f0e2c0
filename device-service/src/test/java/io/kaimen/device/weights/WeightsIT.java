package io.kaimen.device.weights;

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
import io.kaimen.device.TestCabinets.TestCabinet;
import io.kaimen.device.shadow.Shadows;
import io.kaimen.device.shadow.StableWeight;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeviceTest
class WeightsIT {

    @Autowired private TestCabinets cabinets;
    @Autowired private KeepWeightPartitions partitions;
    @Autowired private Shadows shadows;
    @Autowired private JdbcClient jdbc;

    @Test
    void areStoredOnceHoweverOftenTheyAreDelivered() {
        TestCabinet cabinet = cabinets.registered();
        WeightsReported weights =
                cabinet.weights(
                        DoorPosition.CLOSED, List.of(stable(1, 10), new LaneReading(2, 20, false)));
        cabinet.send(Topic.WEIGHTS_REPORTED, weights);
        cabinet.send(Topic.WEIGHTS_REPORTED, weights);
        cabinet.weigh(DoorPosition.CLOSED, List.of(stable(1, 11)));
        await().atMost(20, SECONDS).until(() -> stored(cabinet) == 3);
        assertThat(stored(cabinet)).isEqualTo(3);
    }

    @Test
    void onlyStableAndSensibleReadingsBecomeALanesWeight() {
        TestCabinet cabinet = cabinets.registered();
        cabinet.weigh(DoorPosition.CLOSED, List.of(stable(1, 100), stable(2, 200)));
        await().atMost(20, SECONDS).until(() -> grams(cabinet, 2) == 200);
        cabinet.weigh(
                DoorPosition.CLOSED,
                List.of(new LaneReading(1, 50, false), stable(2, 1e9), stable(3, 300)));
        await().atMost(20, SECONDS).until(() -> grams(cabinet, 3) == 300);
        assertThat(grams(cabinet, 1)).isEqualTo(100);
        assertThat(grams(cabinet, 2)).isEqualTo(200);
        // The unstable one is stored, the absurd one is not.
        assertThat(stored(cabinet)).isEqualTo(4);
    }

    @Test
    void anOlderReadingNeverReplacesANewerOne() {
        TestCabinet cabinet = cabinets.registered();
        WeightsReported older = cabinet.weights(DoorPosition.OPEN, List.of(stable(1, 100)));
        WeightsReported newer = cabinet.weights(DoorPosition.CLOSED, List.of(stable(1, 200)));
        cabinet.send(Topic.WEIGHTS_REPORTED, newer);
        await().atMost(20, SECONDS).until(() -> grams(cabinet, 1) == 200);
        cabinet.send(Topic.WEIGHTS_REPORTED, older);
        await().atMost(20, SECONDS).until(() -> stored(cabinet) == 2);
        cabinet.weigh(DoorPosition.CLOSED, List.of(stable(3, 1)));
        await().atMost(20, SECONDS).until(() -> grams(cabinet, 3) == 1);
        assertThat(grams(cabinet, 1)).isEqualTo(200);
        assertThat(shadows.of(cabinet.sn).door(1)).contains(DoorPosition.CLOSED);
    }

    @Test
    void afterARebootTheTimeOfReceiptDecides() {
        TestCabinet cabinet = cabinets.registered();
        cabinet.weigh(DoorPosition.CLOSED, List.of(stable(1, 100)));
        await().atMost(20, SECONDS).until(() -> grams(cabinet, 1) == 100);
        cabinet.reboot();
        cabinet.weigh(DoorPosition.CLOSED, List.of(stable(1, 200)));
        await().atMost(20, SECONDS).until(() -> grams(cabinet, 1) == 200);
    }

    @Test
    void daysHavePartitionsAndOldOnesAreDropped() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(partitionNames()).contains(name(today), name(today.plusDays(3)), "pmax");
        // As if the job had run last month: the first partition then holds all older days.
        jdbc.sql("alter table weight_sample remove partitioning").update();
        LocalDate old = today.minusDays(8);
        jdbc.sql(
                        "alter table weight_sample partition by range (to_days(received_at)) (partition %s values less than (to_days('%s')), partition %s values less than (to_days('%s')), partition pmax values less than maxvalue)"
                                .formatted(
                                        name(old),
                                        old.plusDays(1),
                                        name(old.plusDays(1)),
                                        old.plusDays(2)))
                .update();
        jdbc.sql(
                        "insert into weight_sample values ('OLD', 1, ?, 1, 'b', 1, 'CLOSED', 1, true), ('KEPT', 1, ?, 1, 'b', 1, 'CLOSED', 1, true)")
                .param(old + " 12:00:00")
                .param(old.plusDays(1) + " 12:00:00")
                .update();
        partitions.keep();
        partitions.keep();
        assertThat(partitionNames())
                .startsWith(name(old.plusDays(1)), name(today))
                .endsWith(name(today.plusDays(3)), "pmax");
        assertThat(
                        jdbc.sql("select sn from weight_sample where sn in ('OLD', 'KEPT')")
                                .query(String.class)
                                .list())
                .containsExactly("KEPT");
    }

    private static String name(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("'p'yyyyMMdd"));
    }

    private List<String> partitionNames() {
        return jdbc.sql(
                        "select partition_name from information_schema.partitions where table_schema = database() and table_name = 'weight_sample' order by partition_ordinal_position")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private long stored(TestCabinet cabinet) {
        return jdbc.sql("select count(*) from weight_sample where sn = ?")
                .param(cabinet.sn)
                .query(Long.class)
                .single();
    }

    private double grams(TestCabinet cabinet, int lane) {
        return shadows.of(cabinet.sn).weight(lane).map(StableWeight::grams).orElse(Double.NaN);
    }
}
