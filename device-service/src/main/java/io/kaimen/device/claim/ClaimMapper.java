package io.kaimen.device.claim;

import io.kaimen.contracts.device.DoorClaimsApi.ClaimKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ClaimMapper {

    String COLUMNS = "sn, door, kind, holder, fence, lock_token, claimed_at";

    @Select("select " + COLUMNS + " from door_claim where sn = #{sn} and door = #{door}")
    Optional<DoorClaim> find(String sn, int door);

    @Select("select " + COLUMNS + " from door_claim where sn = #{sn} and door = #{door} for update")
    Optional<DoorClaim> lock(String sn, int door);

    /** Claims in order of their doors, a page at a time. */
    @Select(
            "select "
                    + COLUMNS
                    + """
                     from door_claim
                    where sn > #{sn} or (sn = #{sn} and door > #{door})
                    order by sn, door limit #{limit}
                    """)
    List<DoorClaim> after(String sn, int door, int limit);

    @Update("update door_fence set fence = fence + 1 where sn = #{sn} and door = #{door}")
    int raiseFence(String sn, int door);

    @Select("select fence from door_fence where sn = #{sn} and door = #{door}")
    long fence(String sn, int door);

    @Insert(
            """
            insert into door_claim (sn, door, kind, holder, fence, lock_token, claimed_at)
            values (#{sn}, #{door}, #{kind}, #{holder}, #{fence}, #{token}, #{now})
            """)
    void insert(
            String sn,
            int door,
            ClaimKind kind,
            String holder,
            long fence,
            String token,
            Instant now);

    @Delete(
            """
            delete from door_claim
            where sn = #{sn} and door = #{door} and holder = #{holder} and fence = #{fence}
            """)
    int delete(String sn, int door, String holder, long fence);

    @Insert(
            """
            insert into released_holder (holder, released_at) values (#{holder}, #{now})
            on duplicate key update released_at = released_at
            """)
    void remember(String holder, Instant now);

    /** Waits for a release that is about to be remembered. */
    @Select("select count(*) from released_holder where holder = #{holder} for update")
    boolean isReleased(String holder);

    @Delete("delete from released_holder where released_at < #{before} limit 1000")
    int forget(Instant before);

    @Select("select count(*) from door_session where order_no = #{holder}")
    boolean hasSession(String holder);

    @Select("select count(*) from planogram_slot where sn = #{sn} and door = #{door}")
    boolean sellsSomething(String sn, int door);
}
