package io.kaimen.replenish.task;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import io.kaimen.contracts.replenish.RestockTaskOpened.Shortage;
import io.kaimen.replenish.task.RestockTask.Closing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@TableName("restock_task")
@SuppressWarnings("NullAway.Init")
class RestockTaskRow {

    @TableId(type = IdType.INPUT)
    String taskNo;

    String sn;
    String warehouse;
    RestockTaskStatus status;
    @Nullable String openSn;
    Instant openedAt;
    @Nullable Instant closedAt;
    @Nullable String closedBy;
    @Nullable String note;
    @Nullable String openedFor;

    RestockTask task(List<Shortage> lines) {
        Closing closing =
                closedAt == null || closedBy == null ? null : new Closing(closedAt, closedBy, note);
        return new RestockTask(taskNo, sn, warehouse, status, openedAt, closing, lines);
    }
}
