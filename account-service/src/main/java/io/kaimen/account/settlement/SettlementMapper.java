package io.kaimen.account.settlement;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface SettlementMapper extends BaseMapper<SettlementRow> {

    @Select("select * from settlement where order_no = #{orderNo} for update")
    @Nullable SettlementRow lock(String orderNo);

    @Select(
            """
            select order_no, asks from settlement
            where look_at <= #{now} order by look_at limit #{limit}
            """)
    List<Settlements.DueLook> lookedAtBy(Instant now, int limit);

    @Update(
            """
            update settlement
            set status = #{to.status}, captured_fen = #{to.capturedFen},
                transaction_id = #{to.transactionId}, asks = #{to.asks}, look_at = #{to.lookAt},
                paid_at = #{to.paidAt}, updated_at = #{to.updatedAt}
            where order_no = #{to.orderNo} and status = #{from} and asks = #{fromAsks}
            """)
    int saveGuarded(SettlementRow to, SettlementStatus from, int fromAsks);

    @Insert(
            """
            insert into settlement_line (order_no, line_no, lane, sku, product_name, quantity,
                unit_price_fen, amount_fen)
            values (#{orderNo}, #{lineNo}, #{line.lane}, #{line.sku}, #{line.productName},
                #{line.quantity}, #{line.unitPriceFen.fen}, #{line.amountFen.fen})
            """)
    void insertLine(String orderNo, int lineNo, SettlementLine line);

    @Select(
            """
            select lane, sku, product_name, quantity, unit_price_fen, amount_fen
            from settlement_line where order_no = #{orderNo} order by line_no
            """)
    List<LineRow> lines(String orderNo);

    @Insert(
            """
            insert into settlement_move (order_no, from_status, to_status, cause, moved_at)
            values (#{orderNo}, #{from}, #{to}, #{cause}, #{at})
            """)
    void insertMove(
            String orderNo,
            @Nullable SettlementStatus from,
            SettlementStatus to,
            String cause,
            Instant at);

    @Select(
            """
            select from_status, to_status, cause, moved_at
            from settlement_move where order_no = #{orderNo} order by id
            """)
    List<Settlements.Move> moves(String orderNo);

    @Insert(
            """
            insert into settlement_alert (order_no, kind, subject, detail, raised_at)
            values (#{orderNo}, #{kind}, #{subject}, #{detail}, #{at})
            """)
    void insertAlert(String orderNo, AlertKind kind, String subject, String detail, Instant at);

    @Select(
            """
            select order_no, kind, detail, raised_at
            from settlement_alert where order_no = #{orderNo} order by id
            """)
    List<Settlements.Alert> alerts(String orderNo);

    @Select(
            """
            select order_no, kind, detail, raised_at
            from settlement_alert order by raised_at desc, id desc limit #{size} offset #{offset}
            """)
    List<Settlements.Alert> newestAlerts(int size, int offset);

    @Select("select count(*) from settlement_alert")
    long countAlerts();

    record LineRow(
            int lane,
            String sku,
            String productName,
            int quantity,
            long unitPriceFen,
            long amountFen) {}
}
