package io.kaimen.device.command;

import io.kaimen.contracts.comm.CommandAnswered.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CommandMapper {

    String COLUMNS =
            """
            command_id, sn, door, kind, order_no, instance, epoch, sends, not_here, issued_at, expires_at,
            sent_at, acknowledged_at, outcome, detail, answered_at
            """;

    @Insert(
            """
            insert into cabinet_command
                (command_id, sn, door, kind, order_no, instance, epoch, issued_at, expires_at)
            values (#{commandId}, #{sn}, #{door}, #{kind}, #{orderNo}, #{instance}, #{epoch},
                #{issuedAt}, #{expiresAt})
            """)
    void insert(Command command);

    @Select("select " + COLUMNS + " from cabinet_command where command_id = #{commandId}")
    Optional<Command> find(String commandId);

    @Select(
            "select "
                    + COLUMNS
                    + " from cabinet_command where order_no = #{orderNo} order by issued_at, command_id")
    List<Command> ofOrder(String orderNo);

    @Select(
            """
            select max(issued_at) from cabinet_command
            where order_no = #{orderNo} and kind = 'QUERY_DOOR'
            """)
    @Nullable Instant lastQuery(String orderNo);

    /** Each later route takes it over once. */
    @Update(
            """
            update cabinet_command set instance = #{instance}, epoch = #{epoch}, sends = sends + 1
            where command_id = #{commandId} and epoch < #{epoch}
            """)
    int handOver(String commandId, String instance, long epoch);

    /** That it was written to a socket says less than whatever the cabinet answered. */
    @Update(
            """
            update cabinet_command set
                sent_at = case when #{outcome} = 'SENT' then coalesce(sent_at, #{at}) else sent_at end,
                acknowledged_at = case when #{outcome} = 'ACKNOWLEDGED'
                    then coalesce(acknowledged_at, #{at}) else acknowledged_at end,
                not_here = not_here + case when #{outcome} = 'NOT_HERE' then 1 else 0 end,
                answered_at = case when #{outcome} = 'SENT' and outcome is not null
                    then answered_at else #{at} end,
                detail = case when #{outcome} = 'SENT' and outcome is not null
                    then detail else #{detail} end,
                outcome = case when #{outcome} = 'SENT' and outcome is not null
                    then outcome else #{outcome} end
            where command_id = #{commandId}
            """)
    int answered(String commandId, Outcome outcome, Instant at, @Nullable String detail);
}
