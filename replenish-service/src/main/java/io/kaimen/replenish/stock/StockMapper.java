package io.kaimen.replenish.stock;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface StockMapper {

    /** Makes the cabinet's row if there is none, and locks it either way, in one statement. */
    @Insert(
            """
            insert into cabinet_supply (sn, planogram_version, updated_at) values (#{sn}, 0, #{now})
            on duplicate key update sn = sn
            """)
    void lockCabinet(String sn, Instant now);

    @Select(
            """
            select sn, warehouse, planogram_version from cabinet_supply where sn = #{sn} for update
            """)
    @Nullable Supply lockedSupply(String sn);

    @Select("select sn, warehouse, planogram_version from cabinet_supply where sn = #{sn}")
    @Nullable Supply supply(String sn);

    @Update(
            """
            update cabinet_supply
            set warehouse = #{warehouse}, planogram_version = #{version}, updated_at = #{now}
            where sn = #{sn} and planogram_version < #{version}
            """)
    int raiseVersion(String sn, String warehouse, long version, Instant now);

    /** A locking read, so that it sees what others committed before the cabinet was locked. */
    @Select("select * from lane_stock where sn = #{sn} order by lane for update")
    List<LaneStockRow> lockedLanes(String sn);

    @Select("select * from lane_stock where sn = #{sn} order by lane")
    List<LaneStockRow> lanes(String sn);

    @Insert(
            """
            insert into lane_stock (sn, lane, door, sku, product_name, units, par_level,
                restock_threshold, planogram_version, flagged, moved_at, updated_at)
            values (#{sn}, #{lane}, #{door}, #{sku}, #{productName}, #{units}, #{parLevel},
                #{restockThreshold}, #{planogramVersion}, #{flagged}, #{movedAt}, #{updatedAt})
            """)
    void insertLane(LaneStockRow row);

    @Update(
            """
            update lane_stock
            set door = #{door}, sku = #{sku}, product_name = #{productName}, units = #{units},
                par_level = #{parLevel}, restock_threshold = #{restockThreshold},
                planogram_version = #{planogramVersion}, flagged = #{flagged},
                moved_at = #{movedAt}, updated_at = #{updatedAt}
            where sn = #{sn} and lane = #{lane}
            """)
    int saveLane(LaneStockRow row);

    @Insert(
            """
            insert into stock_movement (sn, lane, sku, cause, units, units_after, reference, note,
                moved_by, moved_at)
            values (#{sn}, #{lane}, #{sku}, #{cause}, #{units}, #{unitsAfter}, #{reference},
                #{note}, #{movedBy}, #{movedAt})
            """)
    void insertMovement(Movement movement);

    @Select(
            """
            select sn, lane, sku, cause, units, units_after, reference, note, moved_by, moved_at
            from stock_movement where sn = #{sn} and lane = #{lane}
            order by id desc limit #{size} offset #{offset}
            """)
    List<Movement> movements(String sn, int lane, int size, int offset);

    @Select("select count(*) from stock_movement where sn = #{sn} and lane = #{lane}")
    long countMovements(String sn, int lane);

    /**
     * Who supplies a cabinet.
     *
     * @param warehouse null until a planogram named it
     * @param planogramVersion of the planogram known here; 0 for none
     */
    record Supply(String sn, @Nullable String warehouse, long planogramVersion) {}
}
