package io.kaimen.replenish.trace;

import io.kaimen.contracts.trace.TraceKind;
import io.kaimen.contracts.trace.TraceMoment;
import io.kaimen.contracts.trace.TraceSource;
import io.kaimen.replenish.trace.TraceMapper.MovementRow;
import io.kaimen.replenish.trace.TraceMapper.TaskRow;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together what an order did to stock. */
@Component
class TraceStock {

    private final TraceMapper rows;

    TraceStock(TraceMapper rows) {
        this.rows = rows;
    }

    List<TraceMoment> of(String orderNo) {
        List<TraceMoment> moments = new ArrayList<>();
        rows.movements(orderNo).forEach(movement -> moments.add(moment(movement)));
        rows.tasks(orderNo).forEach(task -> moments.add(moment(task)));
        return moments;
    }

    private static TraceMoment moment(MovementRow movement) {
        return TraceMoment.of(movement.movedAt(), TraceSource.REPLENISH, TraceKind.STOCK_MOVED)
                .with("lane", movement.lane())
                .with("sku", movement.sku())
                .with("cause", movement.cause())
                .with("units", movement.units())
                .with("unitsAfter", movement.unitsAfter());
    }

    private static TraceMoment moment(TaskRow task) {
        return TraceMoment.of(task.openedAt(), TraceSource.REPLENISH, TraceKind.RESTOCK_TASK_OPENED)
                .with("taskNo", task.taskNo())
                .with("warehouse", task.warehouse());
    }
}
