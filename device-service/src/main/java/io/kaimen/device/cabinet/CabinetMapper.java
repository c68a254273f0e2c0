package io.kaimen.device.cabinet;

import com.baomidou.mybatisplus.core.metadata.IPage;
import io.kaimen.contracts.device.CabinetStatus;
import io.kaimen.device.cabinet.Cabinet.CredentialState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface CabinetMapper {

    String COLUMNS =
            """
            sn, name, site, warehouse, status, status_changed_at, suspended, suspension_reason,
            credential_sha256, credential_state, route_instance, route_epoch, planogram_version,
            firmware, reported_at
            """;

    /** A registered lane. */
    record LaneRow(int lane, int door, @Nullable String sku) {}

    @Insert(
            """
            insert into cabinet (sn, name, site, warehouse, status, status_changed_at, credential_sha256,
                credential_state, credential_changed_at, created_at, updated_at)
            values (#{sn}, #{name}, #{site}, #{warehouse}, 'REGISTERED', #{now}, #{sha256},
                'ACTIVE', #{now}, #{now}, #{now})
            """)
    void insert(String sn, String name, String site, String warehouse, String sha256, Instant now);

    @Insert("insert into cabinet_door (sn, door) values (#{sn}, #{door})")
    void insertDoor(String sn, int door);

    @Insert("insert into door_fence (sn, door, fence) values (#{sn}, #{door}, 0)")
    void insertFence(String sn, int door);

    @Insert("insert into lane (sn, lane, door) values (#{sn}, #{lane}, #{door})")
    void insertLane(String sn, int lane, int door);

    @Select("select " + COLUMNS + " from cabinet where sn = #{sn}")
    Optional<Cabinet> find(String sn);

    @Select("select " + COLUMNS + " from cabinet where sn = #{sn} for update")
    Optional<Cabinet> lock(String sn);

    @Select(
            "<script>select "
                    + COLUMNS
                    + """
                     from cabinet
                    <where>
                      <if test="status != null">and status = #{status}</if>
                      <if test="site != null">and site = #{site}</if>
                    </where>
                    order by sn
                    </script>\
                    """)
    IPage<Cabinet> page(IPage<Cabinet> page, @Nullable CabinetStatus status, @Nullable String site);

    @Select("select door from cabinet_door where sn = #{sn} order by door")
    List<Integer> doors(String sn);

    @Select(
            """
            select l.lane, l.door, s.sku from lane l
            left join planogram_slot s on s.sn = l.sn and s.lane = l.lane
            where l.sn = #{sn} order by l.lane
            """)
    List<LaneRow> lanes(String sn);

    @Update(
            """
            update cabinet set status = #{to}, status_changed_at = #{now}
            where sn = #{sn} and status = #{from}
            """)
    int move(String sn, CabinetStatus from, CabinetStatus to, Instant now);

    @Insert(
            """
            insert into cabinet_status_move (sn, from_status, to_status, cause, at)
            values (#{sn}, #{from}, #{to}, #{cause}, #{now})
            """)
    void recordMove(String sn, CabinetStatus from, CabinetStatus to, String cause, Instant now);

    @Update("update cabinet set firmware = #{firmware}, reported_at = #{at} where sn = #{sn}")
    void reported(String sn, String firmware, Instant at);

    @Update(
            """
            update cabinet set suspended = #{suspended}, suspension_reason = #{reason}, updated_at = #{now}
            where sn = #{sn}
            """)
    void suspend(String sn, boolean suspended, @Nullable String reason, Instant now);

    @Update(
            """
            update cabinet set credential_sha256 = #{sha256}, credential_state = #{state},
                credential_changed_at = #{now}
            where sn = #{sn}
            """)
    void setCredential(String sn, String sha256, CredentialState state, Instant now);

    @Update(
            "update cabinet set planogram_version = #{version}, updated_at = #{now} where sn = #{sn}")
    void setPlanogramVersion(String sn, long version, Instant now);

    @Select(
            """
            select count(*) from cabinet where status = 'ONLINE' and status_changed_at <= #{since}
            """)
    long onlineSince(Instant since);

    @Select(
            """
            select sn from cabinet where status = #{status} and sn > #{after} order by sn limit #{limit}
            """)
    List<String> withStatus(CabinetStatus status, String after, int limit);

    /**
     * Where a cabinet is connected and how it stands; in order of the numbers, a page at a time.
     */
    record Standing(
            String sn, CabinetStatus status, @Nullable String routeInstance, long routeEpoch) {}

    @Select(
            """
            select sn, status, route_instance, route_epoch from cabinet
            where sn > #{after} order by sn limit #{limit}
            """)
    List<Standing> standings(String after, int limit);

    @Select(
            """
            select distinct route_instance from cabinet
            where status = 'ONLINE' and route_instance is not null
            """)
    Set<String> routeInstances();

    /** The route moves only for the credential that was judged. */
    @Update(
            """
            update cabinet set route_epoch = route_epoch + 1, route_instance = #{instance}
            where sn = #{sn} and credential_sha256 = #{sha256} and credential_state = 'ACTIVE'
            """)
    int moveRoute(String sn, String sha256, String instance);

    @Select("select route_epoch from cabinet where sn = #{sn}")
    long routeEpoch(String sn);

    /** Clears only the very connection that ended. */
    @Update(
            """
            update cabinet set route_instance = null
            where sn = #{sn} and route_epoch = #{epoch} and route_instance = #{instance}
            """)
    int clearRoute(String sn, String instance, long epoch);
}
