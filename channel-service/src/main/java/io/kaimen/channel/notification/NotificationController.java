package io.kaimen.channel.notification;

import io.kaimen.service.page.Paged;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators what was to be told to whom. */
@RestController
class NotificationController {

    private final NotificationQueueMapper notifications;

    NotificationController(NotificationQueueMapper notifications) {
        this.notifications = notifications;
    }

    /** Newest first. */
    @GetMapping("/admin/notifications")
    Paged<Notification> page(
            @RequestParam(defaultValue = "1") @Min(1) @Max(10_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(Paged.MAX_SIZE) int size) {
        return new Paged<>(
                notifications.page(size, (page - 1) * size), notifications.count(), page, size);
    }
}
