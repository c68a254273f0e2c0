package io.kaimen.device.weights;

import io.kaimen.contracts.comm.DoorPosition;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface WeightMapper {

    /** A reading to store. */
    record WeightRow(
            String sn,
            int lane,
            Instant receivedAt,
            long uptimeMillis,
            String bootId,
            int door,
            DoorPosition doorPosition,
            double grams,
            boolean stable) {}

    /** One statement for the whole batch; rows that are there already, from a redelivery, stay. */
    @Insert(
            """
            <script>
            insert ignore into weight_sample
                (sn, lane, received_at, uptime_millis, boot_id, door, door_position, grams, stable)
            values
            <foreach collection="rows" item="r" separator=",">
                (#{r.sn}, #{r.lane}, #{r.receivedAt}, #{r.uptimeMillis}, #{r.bootId}, #{r.door},
                #{r.doorPosition}, #{r.grams}, #{r.stable})
            </foreach>
            </script>
            """)
    int insertAll(List<WeightRow> rows);

    /**
     * The newest stable reading of each of these lanes since a time.
     *
     * @param lanes at least one
     */
    @Select(
            """
            <script>
            select sn, lane, received_at, uptime_millis, boot_id, door, door_position, grams, stable
            from (
                select w.*, row_number()
                    over (partition by lane order by received_at desc, uptime_millis desc) as nth
                from weight_sample w
                where sn = #{sn} and received_at > #{since} and stable and lane in
                <foreach collection="lanes" item="lane" open="(" separator="," close=")">
                    #{lane}
                </foreach>
            ) readings
            where nth = 1
            </script>
            """)
    List<WeightRow> newestStable(String sn, List<Integer> lanes, Instant since);

    /** The partitions by name, oldest first. */
    @Select(
            """
            select partition_name from information_schema.partitions
            where table_schema = database() and table_name = 'weight_sample'
            order by partition_ordinal_position
            """)
    List<String> partitions();

    /** The last partition holds whatever no day's partition does; a new day is split off it. */
    @Update(
            """
            alter table weight_sample reorganize partition pmax into (
                partition ${name} values less than (to_days('${dayAfter}')),
                partition pmax values less than maxvalue)
            """)
    void addPartition(String name, String dayAfter);

    @Update("alter table weight_sample drop partition ${name}")
    void dropPartition(String name);

    /** Whether this instance may change partitions now. */
    @Select("select get_lock('kaimen-weight-partitions', 0)")
    boolean lockPartitions();

    @Select("select release_lock('kaimen-weight-partitions')")
    boolean unlockPartitions();
}
