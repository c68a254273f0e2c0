package io.kaimen.replenish.task;

import io.kaimen.contracts.replenish.RestockTaskOpened.Shortage;
import io.kaimen.service.state.IllegalMove;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cabinet's lanes that need goods.
 *
 * @param lines the lanes as they were when each was added
 * @param closing how it ended; null while it is open
 */
record RestockTask(
        String taskNo,
        String sn,
        String warehouse,
        RestockTaskStatus status,
        Instant openedAt,
        @Nullable Closing closing,
        List<Shortage> lines) {

    /**
     * How a task ended.
     *
     * @param by the operator
     */
    record Closing(Instant at, String by, @Nullable String note) {}

    /**
     * @throws IllegalMove when the states do not allow it
     */
    RestockTask moveTo(RestockTaskStatus next, Closing how) {
        if (!status.next().contains(next)) {
            throw new IllegalMove("Restock task " + taskNo, status, next);
        }
        return new RestockTask(taskNo, sn, warehouse, next, openedAt, how, lines);
    }
}
