package io.kaimen.order.sale;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Statements on orders. */
@Mapper
interface OrderMapper extends BaseMapper<OrderRow> {

    @Select("select * from orders where order_no = #{orderNo} for update")
    @Nullable OrderRow lock(String orderNo);

    /** Read through Seata, which looks for the global lock, see {@link Orders#awaitPlaced}. */
    @Select("select order_no from orders where order_no = #{orderNo} for update")
    @Nullable String lockNumber(String orderNo);

    @Select("select status from orders where order_no = #{orderNo}")
    @Nullable OrderStatus status(String orderNo);

    @Select("select updated_at from orders where order_no = #{orderNo}")
    @Nullable Instant updatedAt(String orderNo);

    @Select("select * from orders where running_shopper_id = #{shopperId}")
    @Nullable OrderRow running(String shopperId);

    @Select(
            """
            select * from orders where shopper_id = #{shopperId} and payment_status = 'FAILED'
            order by created_at limit 1
            """)
    @Nullable OrderRow unpaid(String shopperId);

    @Select("select order_no from orders where look_at <= #{now} order by look_at limit #{limit}")
    List<String> due(@Param("now") Instant now, @Param("limit") int limit);

    /** Moves the row only if all three states are as they were read. */
    @Update(
            """
            update orders set
                status = #{row.status}, door_status = #{row.doorStatus},
                payment_status = #{row.paymentStatus}, running_shopper_id = #{row.runningShopperId},
                cancel_cause = #{row.cancelCause}, basket_fen = #{row.basketFen},
                due_fen = #{row.dueFen}, paid_fen = #{row.paidFen},
                transaction_id = #{row.transactionId}, authorised_at = #{row.authorisedAt},
                door_commanded_at = #{row.doorCommandedAt}, opened_at = #{row.openedAt},
                closed_at = #{row.closedAt}, basket_at = #{row.basketAt},
                charged_at = #{row.chargedAt}, cancelled_at = #{row.cancelledAt},
                abnormal_at = #{row.abnormalAt}, look_at = #{row.lookAt},
                updated_at = #{row.updatedAt}
            where order_no = #{row.orderNo} and status = #{from.order}
                and door_status = #{from.door} and payment_status = #{from.payment}
            """)
    int move(@Param("row") OrderRow row, @Param("from") Progress.States from);
}
