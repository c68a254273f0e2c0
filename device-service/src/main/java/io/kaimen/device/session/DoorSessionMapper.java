package io.kaimen.device.session;

import io.kaimen.contracts.device.DoorSessionMoved.Unopened;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface DoorSessionMapper {

    String COLUMNS =
            """
            order_no, shopper_id, platform, sn, door, site, region, partner, fence, lock_token, state,
            state_changed_at, command_id, command_issued_at, lanes_json, baseline_json, opened_boot,
            opened_uptime, opened_at, closed_boot, closed_uptime, closed_at, cancelled_at
            """;

    @Insert(
            """
            insert into door_session (order_no, shopper_id, platform, sn, door, site, region, partner,
                fence, lock_token, state, state_changed_at, command_id, command_issued_at, lanes_json,
                baseline_json, created_at)
            values (#{orderNo}, #{shopperId}, #{platform}, #{sn}, #{door}, #{site}, #{region}, #{partner},
                #{fence}, #{lockToken}, #{state}, #{stateChangedAt}, #{commandId}, #{commandIssuedAt},
                #{lanesJson}, #{baselineJson}, #{stateChangedAt})
            """)
    void insert(DoorSessionRow row);

    @Select("select " + COLUMNS + " from door_session where order_no = #{orderNo}")
    Optional<DoorSessionRow> find(String orderNo);

    @Select("select " + COLUMNS + " from door_session where order_no = #{orderNo} for update")
    Optional<DoorSessionRow> lock(String orderNo);

    /** The claim allows one session a door at a time that has not ended. */
    @Select(
            """
            select order_no from door_session
            where sn = #{sn} and door = #{door} and state in ('OPENING', 'OPENED', 'CLOSED', 'ABNORMAL')
            order by created_at desc limit 1
            """)
    Optional<String> livingAt(String sn, int door);

    @Select(
            """
            select order_no from door_session
            where sn = #{sn} and state in ('OPENING', 'OPENED', 'ABNORMAL')
            """)
    List<String> unclosedOf(String sn);

    @Update(
            """
            update door_session set state = #{row.state}, state_changed_at = #{row.stateChangedAt},
                opened_boot = #{row.openedBoot}, opened_uptime = #{row.openedUptime},
                opened_at = #{row.openedAt}, closed_boot = #{row.closedBoot},
                closed_uptime = #{row.closedUptime}, closed_at = #{row.closedAt},
                cancelled_at = #{row.cancelledAt}
            where order_no = #{row.orderNo} and state = #{from}
            """)
    int update(DoorSessionRow row, DoorSessionState from);

    @Insert(
            """
            insert into door_session_move (order_no, from_state, to_state, unopened, cause, at)
            values (#{orderNo}, #{from}, #{to}, #{unopened}, #{cause}, #{at})
            """)
    void recordMove(
            String orderNo,
            @Nullable DoorSessionState from,
            DoorSessionState to,
            @Nullable Unopened unopened,
            String cause,
            Instant at);

    /** A recorded move. */
    record MoveRow(
            @Nullable DoorSessionState fromState,
            DoorSessionState toState,
            @Nullable Unopened unopened,
            String cause,
            Instant at) {}

    @Select(
            """
            select from_state, to_state, unopened, cause, at from door_session_move
            where order_no = #{orderNo} order by id
            """)
    List<MoveRow> moves(String orderNo);

    /** Sessions in a state for a while, in order of their numbers, a page at a time. */
    @Select(
            """
            select order_no from door_session
            where state = #{state} and state_changed_at < #{before} and order_no > #{after}
            order by order_no limit #{limit}
            """)
    List<String> inStateSince(DoorSessionState state, Instant before, String after, int limit);

    @Select(
            """
            select count(*) from door_session
            where sn = #{sn} and door = #{door} and fence > #{fence}
            """)
    boolean hasLater(String sn, int door, long fence);

    @Update(
            """
            update door_session set evidence_json = #{basket}
            where order_no = #{orderNo} and state = 'ABNORMAL' and evidence_json is null
            """)
    int keepEvidence(String orderNo, String basket);

    @Select("select evidence_json from door_session where order_no = #{orderNo}")
    Optional<String> evidence(String orderNo);

    @Update(
            """
            update door_session set settling_until = #{until}
            where order_no = #{orderNo} and state = 'CLOSED'
                and (settling_until is null or settling_until <= #{now})
            """)
    int leaseSettling(String orderNo, Instant now, Instant until);
}
