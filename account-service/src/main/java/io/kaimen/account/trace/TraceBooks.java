package io.kaimen.account.trace;

import io.kaimen.account.ledger.Ledger;
import io.kaimen.account.ledger.Ledger.Posted;
import io.kaimen.account.trace.TraceMapper.AlertRow;
import io.kaimen.account.trace.TraceMapper.HoldRow;
import io.kaimen.account.trace.TraceMapper.MoveRow;
import io.kaimen.contracts.trace.TraceKind;
import io.kaimen.contracts.trace.TraceMoment;
import io.kaimen.contracts.trace.TraceSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what the books say of an order: hold, settlement, ledger. */
@Component
class TraceBooks {

    private final TraceMapper rows;
    private final Ledger ledger;

    TraceBooks(TraceMapper rows, Ledger ledger) {
        this.rows = rows;
        this.ledger = ledger;
    }

    List<TraceMoment> of(String orderNo) {
        List<TraceMoment> moments = new ArrayList<>();
        rows.hold(orderNo).ifPresent(hold -> moments.addAll(moments(hold)));
        rows.moves(orderNo).forEach(move -> moments.add(moment(move)));
        rows.alerts(orderNo).forEach(alert -> moments.add(moment(alert)));
        ledger.ofOrder(orderNo).forEach(posted -> moments.add(moment(posted)));
        return moments;
    }

    private static List<TraceMoment> moments(HoldRow hold) {
        List<TraceMoment> moments = new ArrayList<>();
        if (hold.placedAt() != null) {
            moments.add(account(hold.placedAt(), TraceKind.HOLD_PLACED));
        }
        if (hold.freedAt() != null) {
            moments.add(
                    account(hold.freedAt(), TraceKind.HOLD_FREED).with("cause", hold.freedBy()));
        }
        return moments;
    }

    private static TraceMoment moment(MoveRow move) {
        return account(move.movedAt(), TraceKind.SETTLEMENT_MOVED)
                .with("from", move.fromStatus())
                .with("to", move.toStatus())
                .with("cause", move.cause());
    }

    private static TraceMoment moment(AlertRow alert) {
        return account(alert.raisedAt(), TraceKind.ALARM_RAISED)
                .with("alarm", alert.kind())
                .with("detail", alert.detail());
    }

    /** Without the parties: who the shopper is does not belong here. */
    private static TraceMoment moment(Posted posted) {
        String entries =
                posted.entries().stream()
                        .map(e -> "%s %+d".formatted(e.account(), e.amountFen().fen()))
                        .collect(Collectors.joining(", "));
        return account(posted.postedAt(), TraceKind.LEDGER_POSTED)
                .with("transaction", posted.description())
                .with("entries", entries);
    }

    private static TraceMoment account(Instant at, TraceKind kind) {
        return TraceMoment.of(at, TraceSource.ACCOUNT, kind);
    }
}
