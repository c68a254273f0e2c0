package io.kaimen.account.trace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads what was written down about one order, besides the ledger. */
@Mapper
interface TraceMapper {

    /** The purchase hold; placed at null when it ended before it came. */
    record HoldRow(
            @Nullable Instant placedAt, @Nullable Instant freedAt, @Nullable String freedBy) {}

    @Select("select placed_at, freed_at, freed_by from purchase where order_no = #{orderNo}")
    Optional<HoldRow> hold(String orderNo);

    /** A move of the settlement; from and to are the same for something only noted. */
    record MoveRow(@Nullable String fromStatus, String toStatus, String cause, Instant movedAt) {}

    @Select(
            """
            select from_status, to_status, cause, moved_at
            from settlement_move where order_no = #{orderNo} order by id
            """)
    List<MoveRow> moves(String orderNo);

    /** Something a person has to look at. */
    record AlertRow(String kind, String detail, Instant raisedAt) {}

    @Select(
            """
            select kind, detail, raised_at from settlement_alert
            where order_no = #{orderNo} order by id
            """)
    List<AlertRow> alerts(String orderNo);
}
