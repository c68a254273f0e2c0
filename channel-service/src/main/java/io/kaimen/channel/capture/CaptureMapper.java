package io.kaimen.channel.capture;

import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The table of captures. */
@Mapper
interface CaptureMapper {

    @Insert(
            """
            insert into capture
                (order_no, platform, status, total_fen, request, transaction_id, refusal,
                 created_at, updated_at)
            values
                (#{orderNo}, #{platform}, #{status}, #{totalFen}, #{request}, #{transactionId},
                 #{refusal}, #{createdAt}, #{updatedAt})
            """)
    void insert(CaptureRequest capture);

    @Select(
            """
            select order_no, platform, status, total_fen, request, transaction_id, refusal,
                   created_at, updated_at
            from capture where order_no = #{orderNo}
            """)
    @Nullable CaptureRequest find(String orderNo);

    /** As it is now, also in a transaction that has read it before. */
    @Select(
            """
            select order_no, platform, status, total_fen, request, transaction_id, refusal,
                   created_at, updated_at
            from capture where order_no = #{orderNo} for update
            """)
    @Nullable CaptureRequest lock(String orderNo);

    @Update(
            """
            update capture
            set status = #{to.status}, transaction_id = #{to.transactionId},
                refusal = #{to.refusal}, updated_at = #{to.updatedAt}
            where order_no = #{to.orderNo} and status = #{from}
            """)
    int move(@Param("from") CaptureStatus from, @Param("to") CaptureRequest to);
}
