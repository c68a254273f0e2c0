package io.kaimen.order.contest;

import com.baomidou.mybatisplus.core.metadata.IPage;
import io.kaimen.order.contest.Contest.Step;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Statements on contests. */
@Mapper
interface ContestMapper {

    String COLUMNS =
            "id, order_no, shopper_id, lane, sku, product_name, quantity, amount_fen, text, status, refund_fen, created_at, updated_at";

    @Insert(
            """
            insert into contest (id, order_no, shopper_id, lane, sku, product_name, quantity,
                amount_fen, text, status, open_line, created_at, updated_at)
            values (#{c.id}, #{c.orderNo}, #{c.shopperId}, #{c.lane}, #{c.sku}, #{c.productName},
                #{c.quantity}, #{c.amountFen}, #{c.text}, #{c.status}, #{openLine}, #{c.createdAt},
                #{c.updatedAt})
            """)
    void add(@Param("c") Contest contest, @Param("openLine") String openLine);

    @Select("select " + COLUMNS + " from contest where id = #{id}")
    @Nullable Contest find(String id);

    @Select("select " + COLUMNS + " from contest where open_line = #{openLine}")
    @Nullable Contest open(String openLine);

    @Select(
            "select "
                    + COLUMNS
                    + " from contest where order_no = #{orderNo} order by created_at, id")
    List<Contest> ofOrder(String orderNo);

    @Select(
            """
            <script>
            select id, order_no, shopper_id, lane, sku, product_name, quantity, amount_fen, text,
                status, refund_fen, created_at, updated_at
            from contest
            <if test="status != null">where status = #{status}</if>
            order by created_at desc, id desc
            </script>
            """)
    IPage<Contest> page(IPage<Contest> page, @Param("status") @Nullable ContestStatus status);

    /** Only from the state it was read in; a decided one makes way for another of its line. */
    @Update(
            """
            update contest set status = #{to}, refund_fen = #{refundFen}, updated_at = #{now},
                open_line = if(#{open}, open_line, null)
            where id = #{id} and status = #{from}
            """)
    int move(
            @Param("id") String id,
            @Param("from") ContestStatus from,
            @Param("to") ContestStatus to,
            @Param("open") boolean open,
            @Param("refundFen") @Nullable Long refundFen,
            @Param("now") Instant now);

    @Insert(
            """
            insert into contest_move (contest_id, to_status, actor, cause, moved_at)
            values (#{id}, #{step.to}, #{step.actor}, #{step.cause}, #{step.at})
            """)
    void addStep(@Param("id") String id, @Param("step") Step step);

    @Select(
            """
            select to_status as `to`, actor, cause, moved_at as at from contest_move where contest_id = #{id}
            order by id
            """)
    List<Step> steps(String id);

    @Insert(
            """
            insert into contest_photo (contest_id, photo_no, bytes, created_at)
            values (#{id}, #{number}, #{bytes}, #{now})
            on duplicate key update bytes = #{bytes}, created_at = #{now}
            """)
    void putPhoto(
            @Param("id") String id,
            @Param("number") int number,
            @Param("bytes") int bytes,
            @Param("now") Instant now);

    @Select(
            """
            select coalesce(sum(refund_fen), 0) from contest
            where order_no = #{orderNo} and lane = #{lane} and sku = #{sku} and status = 'ACCEPTED'
            """)
    long returned(
            @Param("orderNo") String orderNo, @Param("lane") int lane, @Param("sku") String sku);

    @Select("select photo_no from contest_photo where contest_id = #{id} order by photo_no")
    List<Integer> photos(String id);

    @Select("select status from contest where id = #{id} for update")
    @Nullable ContestStatus lock(String id);
}
