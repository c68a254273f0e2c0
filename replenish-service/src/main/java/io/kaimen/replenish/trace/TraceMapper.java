package io.kaimen.replenish.trace;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Reads what one order changed. */
@Mapper
interface TraceMapper {

    /** A change of book stock. */
    record MovementRow(
            int lane, String sku, String cause, int units, int unitsAfter, Instant movedAt) {}

    @Select(
            """
            select lane, sku, cause, units, units_after, moved_at from stock_movement
            where reference in (#{orderNo}, concat('removal-corrected:', #{orderNo})) order by id
            """)
    List<MovementRow> movements(String orderNo);

    /** A restock task the order's sale opened. */
    record TaskRow(String taskNo, String warehouse, Instant openedAt) {}

    @Select(
            """
            select task_no, warehouse, opened_at from restock_task
            where opened_for = #{orderNo} order by opened_at
            """)
    List<TaskRow> tasks(String orderNo);
}
