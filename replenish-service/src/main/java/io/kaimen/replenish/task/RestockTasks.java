package io.kaimen.replenish.task;

import com.baomidou.mybatisplus.core.conditions.query.QueryWrapper;
import com.baomidou.mybatisplus.extension.plugins.pagination.Page;
import io.kaimen.contracts.replenish.RestockTaskOpened.Shortage;
import io.kaimen.replenish.task.RestockTask.Closing;
import io.kaimen.service.page.Paged;
import io.kaimen.service.state.StaleMove;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The restock tasks with their lines. */
@Repository
class RestockTasks {

    private final RestockTaskMapper mapper;
    private final Clock clock;

    RestockTasks(RestockTaskMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** The cabinet's open task, kept from others until the caller's transaction ends. */
    Optional<RestockTask> lockOpen(String sn) {
        return Optional.ofNullable(mapper.openOf(sn)).map(this::task);
    }

    /**
     * @param orderNo whose sale opened it; null when something else did
     * @throws org.springframework.dao.DuplicateKeyException when the cabinet has an open task
     */
    void add(RestockTask task, @Nullable String orderNo) {
        var row = new RestockTaskRow();
        row.taskNo = task.taskNo();
        row.sn = task.sn();
        row.warehouse = task.warehouse();
        row.status = task.status();
        row.openSn = task.sn();
        row.openedAt = task.openedAt();
        row.openedFor = orderNo;
        mapper.insert(row);
        task.lines().forEach(line -> addLine(task.taskNo(), line));
    }

    void addLine(String taskNo, Shortage line) {
        mapper.insertLine(taskNo, line, clock.instant());
    }

    /**
     * @throws RestockTaskNotFound when there is none
     */
    RestockTask get(String taskNo) {
        RestockTaskRow row = mapper.selectById(taskNo);
        if (row == null) {
            throw new RestockTaskNotFound(taskNo);
        }
        return task(row);
    }

    /**
     * Saves how a task ended.
     *
     * @throws StaleMove when it is no longer as it was read
     */
    void close(RestockTask read, RestockTask closed, Closing how) {
        int rows =
                mapper.close(
                        read.taskNo(),
                        read.status(),
                        closed.status(),
                        how.at(),
                        how.by(),
                        how.note());
        StaleMove.unlessOne(rows, "Restock task " + read.taskNo());
    }

    /** Newest first; what is null does not narrow the list. */
    Paged<RestockTask> list(
            @Nullable RestockTaskStatus status,
            @Nullable String warehouse,
            @Nullable String sn,
            int page,
            int size) {
        QueryWrapper<RestockTaskRow> query = new QueryWrapper<>();
        query.eq(status != null, "status", status)
                .eq(warehouse != null, "warehouse", warehouse)
                .eq(sn != null, "sn", sn)
                .orderByDesc("opened_at", "task_no");
        Page<RestockTaskRow> rows = mapper.selectPage(new Page<>(page, size), query);
        List<RestockTask> tasks = rows.getRecords().stream().map(this::task).toList();
        return new Paged<>(tasks, rows.getTotal(), page, size);
    }

    private RestockTask task(RestockTaskRow row) {
        return row.task(mapper.lines(row.taskNo));
    }
}
