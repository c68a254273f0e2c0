package io.kaimen.device.session;

import io.kaimen.contracts.device.BasketSettled.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

@Mapper
interface BasketMapper {

    /** A booked basket. */
    record BasketRow(
            String orderNo,
            String attempt,
            long totalFen,
            String lanesJson,
            String flagsJson,
            String algorithm,
            Instant settledAt) {}

    /** One of its lines. */
    record LineRow(
            int lane,
            String sku,
            String productName,
            int quantity,
            long unitPriceFen,
            long amountFen) {}

    @Insert(
            """
            insert into basket
                (order_no, attempt, total_fen, lanes_json, flags_json, algorithm, settled_at)
            values (#{orderNo}, #{attempt}, #{totalFen}, #{lanesJson}, #{flagsJson}, #{algorithm},
                #{settledAt})
            """)
    void insert(BasketRow basket);

    @Insert(
            """
            insert into basket_line
                (order_no, lane, sku, product_name, quantity, unit_price_fen, amount_fen)
            values (#{orderNo}, #{line.lane}, #{line.sku}, #{line.productName}, #{line.quantity},
                #{line.unitPrice.fen}, #{line.amount.fen})
            """)
    void insertLine(String orderNo, Line line);

    @Select("select attempt from basket where order_no = #{orderNo}")
    @Nullable String attemptOf(String orderNo);

    @Select(
            """
            select order_no, attempt, total_fen, lanes_json, flags_json, algorithm, settled_at
            from basket where order_no = #{orderNo}
            """)
    Optional<BasketRow> find(String orderNo);

    @Select(
            """
            select lane, sku, product_name, quantity, unit_price_fen, amount_fen
            from basket_line where order_no = #{orderNo} order by lane
            """)
    List<LineRow> lines(String orderNo);
}
