package io.kaimen.replenish.task;

import io.kaimen.replenish.task.RestockTask.Closing;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An operator says that a task is done, or not wanted. */
@Component
class CloseRestockTask {

    private final RestockTasks tasks;
    private final Clock clock;

    CloseRestockTask(RestockTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Closes a task; saying the same again changes nothing. */
    @Transactional
    public RestockTask close(
            String taskNo, RestockTaskStatus as, String operator, @Nullable String note) {
        RestockTask read = tasks.get(taskNo);
        if (read.status() == as) {
            return read;
        }
        var how = new Closing(clock.instant(), operator, note);
        RestockTask closed = read.moveTo(as, how);
        tasks.close(read, closed, how);
        return closed;
    }
}
