package io.kaimen.order.sale;

import io.kaimen.contracts.device.BasketSettled;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Statements on baskets and their lines. */
@Mapper
interface BasketMapper {

    @Insert(
            """
            insert into order_basket
                (order_no, site, region, partner, algorithm, flagged, lanes, flags)
            values
                (#{orderNo}, #{site}, #{region}, #{partner}, #{algorithm}, #{flagged}, #{lanes},
                #{flags})
            """)
    void add(Baskets.BasketRow row);

    @Insert(
            """
            <script>
            insert into order_line
                (order_no, line_no, sn, lane, sku, product_name, quantity, unit_price_fen, amount_fen,
                site, region, partner, sold_at)
            values
            <foreach collection="b.lines" item="l" index="i" separator=",">
                (#{b.orderNo}, #{i} + 1, #{b.sn}, #{l.lane}, #{l.sku}, #{l.productName},
                #{l.quantity}, #{l.unitPrice.fen}, #{l.amount.fen}, #{b.site}, #{b.region},
                #{b.partner}, #{b.closedAt})
            </foreach>
            </script>
            """)
    void addLines(@Param("b") BasketSettled basket);

    @Select(
            """
            <script>
            select order_no, lane, sku, product_name, quantity, unit_price_fen, amount_fen
            from order_line where order_no in
            <foreach collection="orderNos" item="n" open="(" separator="," close=")">#{n}</foreach>
            order by order_no, line_no
            </script>
            """)
    List<Baskets.LineRow> lines(@Param("orderNos") Collection<String> orderNos);

    @Select(
            """
            select order_no, site, region, partner, algorithm, flagged, lanes, flags
            from order_basket where order_no = #{orderNo}
            """)
    Baskets.@Nullable BasketRow find(String orderNo);
}
