package io.kaimen.device.alarm;

import com.baomidou.mybatisplus.core.metadata.IPage;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface AlarmMapper {

    @Insert(
            """
            insert ignore into alarm (alarm_key, kind, sn, door, order_no, detail, raised_at)
            values (#{key}, #{alarm.kind}, #{alarm.sn}, #{alarm.door}, #{alarm.orderNo},
                #{alarm.detail}, #{alarm.raisedAt})
            """)
    int insert(String key, Alarm alarm);

    @Select(
            """
            select kind, sn, door, order_no, detail, raised_at from alarm
            where order_no = #{orderNo} order by raised_at
            """)
    List<Alarm> ofOrder(String orderNo);

    /** Newest first. */
    @Select(
            """
            <script>
            select kind, sn, door, order_no, detail, raised_at from alarm
            <where>
              <if test="sn != null">sn = #{sn}</if>
              <if test="kind != null">and kind = #{kind}</if>
            </where>
            order by raised_at desc
            </script>
            """)
    IPage<Alarm> page(IPage<Alarm> page, @Nullable String sn, Alarm.@Nullable Kind kind);
}
