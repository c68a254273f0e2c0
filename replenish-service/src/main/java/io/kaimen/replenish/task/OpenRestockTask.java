package io.kaimen.replenish.task;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.replenish.RestockTaskOpened;
import io.kaimen.contracts.replenish.RestockTaskOpened.Shortage;
import io.kaimen.service.messaging.Outbox;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that a cabinet's low lanes are in its one open restock task. */
@Component
public class OpenRestockTask {

    private final RestockTasks tasks;
    private final TaskNumbers numbers;
    private final Outbox outbox;
    private final Clock clock;

    OpenRestockTask(RestockTasks tasks, TaskNumbers numbers, Outbox outbox, Clock clock) {
        this.tasks = tasks;
        this.numbers = numbers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Opens a task and says so, or adds to the open one the lanes it lacks. The caller's
     * transaction has locked the cabinet, so that nobody opens a second one meanwhile; the unique
     * key on open tasks stands behind that.
     *
     * @param shortages every low lane of the cabinet; none: nothing to do
     * @param orderNo whose sale made them; null when something else did
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forShortages(
            String sn, String warehouse, List<Shortage> shortages, @Nullable String orderNo) {
        if (shortages.isEmpty()) {
            return;
        }
        Optional<RestockTask> open = tasks.lockOpen(sn);
        if (open.isPresent()) {
            addMissing(open.get(), shortages);
        } else {
            open(sn, warehouse, shortages, orderNo);
        }
    }

    private void addMissing(RestockTask task, List<Shortage> shortages) {
        Set<Integer> listed = task.lines().stream().map(Shortage::lane).collect(Collectors.toSet());
        shortages.stream()
                .filter(s -> !listed.contains(s.lane()))
                .forEach(s -> tasks.addLine(task.taskNo(), s));
    }

    private void open(
            String sn, String warehouse, List<Shortage> shortages, @Nullable String orderNo) {
        var task =
                new RestockTask(
                        numbers.next(),
                        sn,
                        warehouse,
                        RestockTaskStatus.OPEN,
                        clock.instant(),
                        null,
                        shortages);
        tasks.add(task, orderNo);
        outbox.publish(
                Topic.RESTOCK_TASK_OPENED,
                sn,
                new RestockTaskOpened(task.taskNo(), sn, warehouse, shortages, task.openedAt()));
    }
}
