package io.kaimen.device.trace;

import io.kaimen.contracts.comm.DoorReported;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads everything that was written down about one order's door. */
@Mapper
interface TraceMapper {

    /** Who asks has given up by then, and the connection is wanted for doors. */
    int SECONDS_FOR_READINGS = 3;

    /** The door session, as far as a trace needs it. */
    record SessionRow(
            String orderNo,
            String sn,
            int door,
            long fence,
            String state,
            Instant stateChangedAt,
            @Nullable Instant commandIssuedAt,
            @Nullable Instant closedAt,
            String lanesJson,
            String baselineJson) {}

    @Select(
            """
            select order_no, sn, door, fence, state, state_changed_at, command_issued_at, closed_at,
                lanes_json, baseline_json
            from door_session where order_no = #{orderNo}
            """)
    Optional<SessionRow> session(String orderNo);

    /** When the same door was next commanded for somebody else; null when it was not. */
    @Select(
            """
            select min(command_issued_at) from door_session
            where sn = #{sn} and door = #{door} and fence > #{fence}
            """)
    @Nullable Instant nextCommandAt(String sn, int door, long fence);

    /** A move of the session. */
    record MoveRow(
            @Nullable String fromState,
            String toState,
            @Nullable String unopened,
            String cause,
            Instant at) {}

    @Select(
            """
            select from_state, to_state, unopened, cause, at from door_session_move
            where order_no = #{orderNo} order by id
            """)
    List<MoveRow> moves(String orderNo);

    /** A door event of the session. */
    record EventRow(
            DoorReported.Kind kind,
            String bootId,
            long sequence,
            long uptimeMillis,
            Instant receivedAt,
            @Nullable String commandId) {}

    @Select(
            """
            select kind, boot_id, sequence, uptime_millis, received_at, command_id
            from cabinet_event where order_no = #{orderNo} order by received_at, sequence
            """)
    List<EventRow> events(String orderNo);

    /** The basket. */
    record BasketRow(
            long totalFen,
            String lanesJson,
            String flagsJson,
            String algorithm,
            Instant settledAt) {}

    @Select(
            """
            select total_fen, lanes_json, flags_json, algorithm, settled_at
            from basket where order_no = #{orderNo}
            """)
    Optional<BasketRow> basket(String orderNo);

    /** How much was taken of a lane. */
    record TakenRow(int lane, int quantity) {}

    @Select("select lane, quantity from basket_line where order_no = #{orderNo}")
    List<TakenRow> taken(String orderNo);

    /** What an operator did about it. */
    record AuditRow(Instant at, String who, String action) {}

    @Select(
            """
            select at, who, action from audit_entry
            where subject = concat('order ', #{orderNo}) order by id
            """)
    List<AuditRow> decisions(String orderNo);

    /**
     * A reading.
     *
     * @param readings how many there are of its lane
     */
    record ReadingRow(
            int lane,
            Instant receivedAt,
            long uptimeMillis,
            String bootId,
            double grams,
            boolean stable,
            long readings) {}

    /**
     * Readings of lanes in a stretch of time, evenly thinned where a lane has more than wanted; the
     * last one is always there.
     *
     * @param lanes at least one
     */
    @Options(timeout = SECONDS_FOR_READINGS)
    @Select(
            """
            <script>
            select lane, received_at, uptime_millis, boot_id, grams, stable, readings
            from (
                select lane, received_at, uptime_millis, boot_id, grams, stable,
                    row_number() over (partition by lane order by received_at, uptime_millis) as nth,
                    count(*) over (partition by lane) as readings
                from weight_sample
                where sn = #{sn} and received_at between #{from} and #{to} and lane in
                <foreach collection="lanes" item="lane" open="(" separator="," close=")">
                    #{lane}
                </foreach>
            ) numbered
            where nth = readings or mod(nth - 1, ceiling(readings / #{most})) = 0
            order by lane, received_at, uptime_millis
            </script>
            """)
    List<ReadingRow> readings(String sn, List<Integer> lanes, Instant from, Instant to, int most);
}
