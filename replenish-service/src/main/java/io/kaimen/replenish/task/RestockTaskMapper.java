package io.kaimen.replenish.task;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import io.kaimen.contracts.replenish.RestockTaskOpened.Shortage;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface RestockTaskMapper extends BaseMapper<RestockTaskRow> {

    @Select("select * from restock_task where open_sn = #{sn} for update")
    @Nullable RestockTaskRow openOf(String sn);

    @Update(
            """
            update restock_task
            set status = #{to}, open_sn = null, closed_at = #{at}, closed_by = #{by}, note = #{note}
            where task_no = #{taskNo} and status = #{from}
            """)
    int close(
            String taskNo,
            RestockTaskStatus from,
            RestockTaskStatus to,
            Instant at,
            String by,
            @Nullable String note);

    @Insert(
            """
            insert into restock_task_line (task_no, lane, sku, product_name, units_left, par_level,
                added_at)
            values (#{taskNo}, #{line.lane}, #{line.sku}, #{line.productName}, #{line.unitsLeft},
                #{line.parLevel}, #{addedAt})
            """)
    void insertLine(String taskNo, Shortage line, Instant addedAt);

    @Select(
            """
            select lane, sku, product_name, units_left, par_level
            from restock_task_line where task_no = #{taskNo} order by lane
            """)
    List<Shortage> lines(String taskNo);
}
