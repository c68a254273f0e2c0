package io.kaimen.replenish.task;

import io.kaimen.service.page.Paged;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RestockTaskController {

    private final RestockTasks tasks;
    private final CloseRestockTask closeTask;

    RestockTaskController(RestockTasks tasks, CloseRestockTask closeTask) {
        this.tasks = tasks;
        this.closeTask = closeTask;
    }

    @GetMapping("/admin/restock-tasks")
    Paged<RestockTask> list(
            @RequestParam(required = false) @Nullable RestockTaskStatus status,
            @RequestParam(required = false) @Nullable String warehouse,
            @RequestParam(required = false) @Nullable String sn,
            @RequestParam(defaultValue = "1") @Min(1) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Paged.MAX_SIZE) int size) {
        return tasks.list(status, warehouse, sn, page, size);
    }

    @GetMapping("/admin/restock-tasks/{taskNo}")
    RestockTask get(@PathVariable("taskNo") String taskNo) {
        return tasks.get(taskNo);
    }

    @PutMapping("/admin/restock-tasks/{taskNo}/status")
    RestockTask close(
            @PathVariable("taskNo") String taskNo,
            @Valid @RequestBody NewStatus request,
            Principal caller) {
        return closeTask.close(taskNo, request.status(), caller.getName(), request.note());
    }

    record NewStatus(@NotNull RestockTaskStatus status, @Nullable @Size(max = 200) String note) {}
}
