package io.kaimen.device.session;

import io.kaimen.contracts.comm.DoorReported;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface DoorEventMapper {

    /** Cabinets send an event until it is acknowledged; only the first delivery is a new row. */
    @Insert(
            """
            insert ignore into cabinet_event
                (sn, boot_id, sequence, door, kind, uptime_millis, received_at, command_id, order_no)
            values (#{event.sn}, #{event.origin.bootId}, #{event.origin.sequence}, #{event.door},
                #{event.kind}, #{event.origin.uptimeMillis}, #{event.origin.receivedAt},
                #{event.commandId}, #{orderNo})
            """)
    int insert(DoorReported event, @Nullable String orderNo);

    /** A recorded event. */
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
    List<EventRow> ofOrder(String orderNo);
}
