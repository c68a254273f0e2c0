package io.kaimen.order.placing;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Statements on notes of claims. */
@Mapper
interface ClaimIntentMapper {

    /** A claim about to be made. */
    record ClaimIntent(String orderNo, String shopperId, String sn, int door, Instant createdAt) {}

    @Insert(
            """
            insert into claim_intent (order_no, shopper_id, sn, door, created_at)
            values (#{orderNo}, #{shopperId}, #{sn}, #{door}, #{createdAt})
            """)
    void add(ClaimIntent intent);

    @Delete("delete from claim_intent where order_no = #{orderNo}")
    void remove(String orderNo);

    @Select(
            """
            select order_no, shopper_id, sn, door, created_at from claim_intent
            where created_at < #{before} order by created_at limit #{limit}
            """)
    List<ClaimIntent> olderThan(@Param("before") Instant before, @Param("limit") int limit);
}
