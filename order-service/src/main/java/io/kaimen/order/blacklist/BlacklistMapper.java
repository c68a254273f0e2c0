package io.kaimen.order.blacklist;

import com.baomidou.mybatisplus.core.metadata.IPage;
import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Statements on the blacklist. */
@Mapper
interface BlacklistMapper {

    String COLUMNS =
            "id, shopper_id, reason, expires_at, created_by, created_at, updated_at, lifted_by, lifted_at";

    @Select(
            """
            select count(*) from blacklist_entry where active_shopper_id = #{shopperId}
                and (expires_at is null or expires_at > #{now})
            """)
    int inForce(@Param("shopperId") String shopperId, @Param("now") Instant now);

    @Select("select " + COLUMNS + " from blacklist_entry where active_shopper_id = #{shopperId}")
    @Nullable BlacklistEntry active(String shopperId);

    @Select("select " + COLUMNS + " from blacklist_entry where id = #{id}")
    @Nullable BlacklistEntry find(long id);

    @Select(
            """
            <script>
            select id, shopper_id, reason, expires_at, created_by, created_at, updated_at, lifted_by,
                lifted_at
            from blacklist_entry
            <if test="shopperId != null">where shopper_id = #{shopperId}</if>
            order by created_at desc
            </script>
            """)
    IPage<BlacklistEntry> page(
            IPage<BlacklistEntry> page, @Param("shopperId") @Nullable String shopperId);

    @Insert(
            """
            insert into blacklist_entry
                (shopper_id, active_shopper_id, reason, expires_at, created_by, created_at, updated_at)
            values
                (#{shopperId}, #{shopperId}, #{reason}, #{expiresAt}, #{operator}, #{now}, #{now})
            """)
    void add(
            @Param("shopperId") String shopperId,
            @Param("reason") String reason,
            @Param("expiresAt") @Nullable Instant expiresAt,
            @Param("operator") String operator,
            @Param("now") Instant now);

    @Update(
            """
            update blacklist_entry
            set reason = #{reason}, expires_at = #{expiresAt}, updated_at = #{now}
            where id = #{id} and lifted_at is null
            """)
    int change(
            @Param("id") long id,
            @Param("reason") String reason,
            @Param("expiresAt") @Nullable Instant expiresAt,
            @Param("now") Instant now);

    @Update(
            """
            update blacklist_entry
            set active_shopper_id = null, lifted_by = #{operator}, lifted_at = #{now},
                updated_at = #{now}
            where id = #{id} and lifted_at is null
            """)
    int lift(@Param("id") long id, @Param("operator") String operator, @Param("now") Instant now);
}
