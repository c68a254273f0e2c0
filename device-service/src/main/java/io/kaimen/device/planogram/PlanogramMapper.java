package io.kaimen.device.planogram;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface PlanogramMapper {

    @Select(
            """
            select lane, sku, par_level, restock_threshold from planogram_slot
            where sn = #{sn} order by lane
            """)
    List<Slot> slots(String sn);

    @Select(
            """
            select s.lane, s.sku, p.name as product_name, p.photo_url, p.unit_grams, p.tolerance_grams,
                coalesce(lp.price_fen, rp.price_fen, p.price_fen) as price_fen
            from planogram_slot s
            join product p on p.sku = s.sku
            join cabinet c on c.sn = s.sn
            join site on site.code = c.site
            left join lane_price lp on lp.sn = s.sn and lp.lane = s.lane and lp.sku = s.sku
            left join region_price rp on rp.region = site.region and rp.sku = s.sku
            where s.sn = #{sn} and s.door = #{door}
            order by s.lane
            """)
    List<PricedLane> pricedLanes(String sn, int door);

    @Delete("delete from planogram_slot where sn = #{sn}")
    void deleteSlots(String sn);

    @Insert(
            """
            insert into planogram_slot (sn, lane, door, sku, par_level, restock_threshold)
            values (#{sn}, #{slot.lane}, #{door}, #{slot.sku}, #{slot.parLevel}, #{slot.restockThreshold})
            """)
    void insertSlot(String sn, int door, Slot slot);

    @Select("select price_fen from lane_price where sn = #{sn} and lane = #{lane} and sku = #{sku}")
    @Nullable Long lanePrice(String sn, int lane, String sku);

    @Insert(
            """
            insert into lane_price (sn, lane, sku, price_fen, updated_at)
            values (#{sn}, #{lane}, #{sku}, #{priceFen}, #{now})
            on duplicate key update price_fen = #{priceFen}, updated_at = #{now}
            """)
    void setLanePrice(String sn, int lane, String sku, long priceFen, Instant now);
}
