package io.kaimen.order.sale;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Statements on the moves of orders. */
@Mapper
interface MoveMapper {

    @Insert(
            """
            <script>
            insert into order_move
                (order_no, machine, from_state, to_state, cause, moved_at, recorded_at)
            values
            <foreach collection="moves" item="m" separator=",">
                (#{orderNo}, #{m.machine}, #{m.from}, #{m.to}, left(#{m.cause}, 255), #{m.at}, #{now})
            </foreach>
            </script>
            """)
    void add(
            @Param("orderNo") String orderNo,
            @Param("moves") List<Move> moves,
            @Param("now") Instant now);

    @Select(
            """
            select machine, from_state as `from`, to_state as `to`, cause, moved_at as `at` from order_move
            where order_no = #{orderNo} order by id
            """)
    List<Move> of(String orderNo);

    @Select(
            """
            select machine, from_state as `from`, to_state as `to`, cause, moved_at as `at`, recorded_at
            from order_move where order_no = #{orderNo} order by id
            """)
    List<RecordedMove> recorded(String orderNo);
}
