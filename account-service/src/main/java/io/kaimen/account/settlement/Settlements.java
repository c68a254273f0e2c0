package io.kaimen.account.settlement;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import com.baomidou.mybatisplus.extension.plugins.pagination.Page;
import io.kaimen.account.settlement.SettlementMapper.LineRow;
import io.kaimen.contracts.Money;
import io.kaimen.service.page.Paged;
import io.kaimen.service.state.StaleMove;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** The settlements with their lines, moves and alerts. */
@Repository
public class Settlements {

    private static final Logger log = LoggerFactory.getLogger(Settlements.class);
    private static final int CAUSE_LENGTH = 200;
    private static final int DETAIL_LENGTH = 300;

    private final SettlementMapper mapper;
    private final Clock clock;

    Settlements(SettlementMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Adds a new settlement.
     *
     * @return false, and nothing added, when the order has one
     */
    boolean add(Settlement settlement, List<SettlementLine> lines, String cause) {
        try {
            mapper.insert(SettlementRow.of(settlement, clock.instant()));
        } catch (DuplicateKeyException settled) {
            return false;
        }
        for (int i = 0; i < lines.size(); i++) {
            mapper.insertLine(settlement.orderNo(), i + 1, lines.get(i));
        }
        mapper.insertMove(settlement.orderNo(), null, settlement.status(), cause, clock.instant());
        return true;
    }

    /**
     * Reads a settlement and keeps others off it until the caller's transaction ends.
     *
     * @throws SettlementNotFound when there is none
     */
    public Settlement lock(String orderNo) {
        return found(orderNo, mapper.lock(orderNo));
    }

    /**
     * @throws SettlementNotFound when there is none
     */
    public Settlement get(String orderNo) {
        return found(orderNo, mapper.selectById(orderNo));
    }

    private static Settlement found(String orderNo, @Nullable SettlementRow row) {
        if (row == null) {
            throw new SettlementNotFound(orderNo);
        }
        return row.settlement();
    }

    /**
     * Saves a change made to what was read, and the move if there was one.
     *
     * @throws StaleMove when the row is no longer as it was read
     */
    public void save(Settlement read, Settlement changed, String cause) {
        Instant now = clock.instant();
        int rows = mapper.saveGuarded(SettlementRow.of(changed, now), read.status(), read.asks());
        StaleMove.unlessOne(rows, "Settlement of order " + read.orderNo());
        if (read.status() != changed.status()) {
            mapper.insertMove(
                    read.orderNo(),
                    read.status(),
                    changed.status(),
                    shortened(cause, CAUSE_LENGTH),
                    now);
        }
    }

    /** Keeps among the moves what somebody did that moved nothing. */
    public void note(Settlement settlement, String cause) {
        mapper.insertMove(
                settlement.orderNo(),
                settlement.status(),
                settlement.status(),
                shortened(cause, CAUSE_LENGTH),
                clock.instant());
    }

    /**
     * Records something for a person to look at, once.
     *
     * @param subject what tells this finding from others of its kind for the order; a transaction
     *     id, say
     */
    public void alert(String orderNo, AlertKind kind, String subject, String detail) {
        try {
            mapper.insertAlert(
                    orderNo, kind, subject, shortened(detail, DETAIL_LENGTH), clock.instant());
            log.error("ALERT order {}: {}: {}", orderNo, kind, detail);
        } catch (DuplicateKeyException raised) {
            // Known already.
        }
    }

    /** The settlements whose platform is to be asked by now, longest waiting first. */
    public List<DueLook> toLookAt(Instant now, int limit) {
        return mapper.lookedAtBy(now, limit);
    }

    public List<SettlementLine> lines(String orderNo) {
        return mapper.lines(orderNo).stream().map(Settlements::line).toList();
    }

    List<Move> moves(String orderNo) {
        return mapper.moves(orderNo);
    }

    List<Alert> alerts(String orderNo) {
        return mapper.alerts(orderNo);
    }

    /** Newest first; all of them when the status is null. */
    Paged<Settlement> list(@Nullable SettlementStatus status, int page, int size) {
        QueryWrapper<SettlementRow> query = new QueryWrapper<>();
        query.eq(status != null, "status", status).orderByDesc("settled_at", "order_no");
        Page<SettlementRow> rows = mapper.selectPage(new Page<>(page, size), query);
        return new Paged<>(
                rows.getRecords().stream().map(SettlementRow::settlement).toList(),
                rows.getTotal(),
                page,
                size);
    }

    /** Of all settlements, newest first. */
    Paged<Alert> alerts(int page, int size) {
        return new Paged<>(
                mapper.newestAlerts(size, (page - 1) * size), mapper.countAlerts(), page, size);
    }

    private static SettlementLine line(LineRow row) {
        return new SettlementLine(
                row.lane(),
                row.sku(),
                row.productName(),
                row.quantity(),
                Money.ofFen(row.unitPriceFen()),
                Money.ofFen(row.amountFen()));
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /**
     * A settlement whose platform is to be asked.
     *
     * @param asks how often it was asked so far
     */
    public record DueLook(String orderNo, int asks) {}

    /** A recorded move; the first one comes from nowhere. */
    record Move(
            @Nullable SettlementStatus fromStatus,
            SettlementStatus toStatus,
            String cause,
            Instant movedAt) {}

    /** Something a person has to look at. */
    record Alert(String orderNo, AlertKind kind, String detail, Instant raisedAt) {}
}
