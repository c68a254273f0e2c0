package io.kaimen.device.session;

import io.kaimen.contracts.comm.DoorReported;
import io.kaimen.contracts.comm.Origin;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface DoorEventMapper {

    /** Cabinets send an event until it is acknowledged; only the first delivery is a new row. */
    @Insert(
            """
            insert ignore into cabinet_event
                (sn, boot_id, sequence, door, kind, uptime_millis, received_at, command_id, waits_until)
            values (#{event.sn}, #{event.origin.bootId}, #{event.origin.sequence}, #{event.door},
                #{event.kind}, #{event.origin.uptimeMillis}, #{event.origin.receivedAt},
                #{event.commandId}, #{waitsUntil})
            """)
    int insert(DoorReported event, Instant waitsUntil);

    /** An event that is not applied yet. */
    record Waiting(
            String sn,
            String bootId,
            long sequence,
            int door,
            DoorReported.Kind kind,
            long uptimeMillis,
            Instant receivedAt,
            @Nullable String commandId,
            Instant waitsUntil) {

        /** As it arrived, except through which connection. */
        DoorReported toReport() {
            var origin = new Origin(bootId, sequence, uptimeMillis, receivedAt, "", 0);
            return new DoorReported(sn, origin, door, kind, commandId);
        }
    }

    /** A cabinet's, in the order they are to be applied. */
    @Select(
            """
            select e.sn, e.boot_id, e.sequence, e.door, e.kind, e.uptime_millis, e.received_at,
                e.command_id, e.waits_until
            from cabinet_event e
            join (
                select boot_id, min(received_at) as heard_at from cabinet_event
                where sn = #{sn} and boot_id in (
                    select boot_id from cabinet_event
                    where sn = #{sn} and waits_until is not null)
                group by boot_id) b on b.boot_id = e.boot_id
            where e.sn = #{sn} and e.waits_until is not null
            order by b.heard_at, e.boot_id, e.sequence
            """)
    List<Waiting> waiting(String sn);

    /** The highest number of a boot that was applied; 0 when none was. */
    @Select(
            """
            select coalesce((
                select sequence from cabinet_event
                where sn = #{sn} and boot_id = #{bootId} and waits_until is null
                order by sequence desc limit 1), 0)
            """)
    long lastApplied(String sn, String bootId);

    @Update(
            """
            update cabinet_event set waits_until = null, order_no = #{orderNo}
            where sn = #{event.sn} and boot_id = #{event.bootId}
                and sequence = #{event.sequence}
            """)
    int applied(Waiting event, @Nullable String orderNo);

    /** Cabinets with events that have waited long enough. */
    @Select("select distinct sn from cabinet_event where waits_until <= #{now}")
    List<String> overdue(Instant now);

    @Select(
            """
            select count(*) > 0 from cabinet_event
            where order_no = #{orderNo} and kind = 'UNLOCKED'
            """)
    boolean unlockSeen(String orderNo);

    /** A recorded event. */
    record EventRow(
            DoorReported.Kind kind,
            String bootId,
            long sequence,
            long uptimeMillis,
            Instant receivedAt,
            @Nullable String commandId) {}

    /** An event of one of a cabinet's doors that was taken in its turn. */
    record DoorEventRow(
            int door,
            DoorReported.Kind kind,
            String bootId,
            long uptimeMillis,
            Instant receivedAt) {}

    @Select(
            """
            select door, kind, boot_id, uptime_millis, received_at from cabinet_event
            where sn = #{sn} and received_at > #{since} and waits_until is null
            order by received_at, sequence
            """)
    List<DoorEventRow> since(String sn, Instant since);

    @Select(
            """
            select kind, boot_id, sequence, uptime_millis, received_at, command_id
            from cabinet_event where order_no = #{orderNo} order by received_at, sequence
            """)
    List<EventRow> ofOrder(String orderNo);
}
