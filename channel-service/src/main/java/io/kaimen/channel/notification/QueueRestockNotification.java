package io.kaimen.channel.notification;

import io.kaimen.channel.notification.Notification.Kind;
import io.kaimen.channel.notification.Notification.Status;
import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.replenish.RestockTaskOpened;
import io.kaimen.contracts.replenish.RestockTaskOpened.Shortage;
import io.kaimen.service.messaging.MessageHandler;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts a new restock task into the words its restockers will read. */
@Component
class QueueRestockNotification implements MessageHandler<RestockTaskOpened> {

    private static final int LONGEST_TEXT = 2000;

    private final NotificationQueueMapper notifications;
    private final Clock clock;

    QueueRestockNotification(NotificationQueueMapper notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.RESTOCK_TASK_OPENED;
    }

    @Override
    public void handle(Envelope<RestockTaskOpened> message) {
        var task = message.payload();
        notifications.insertOnce(
                new Notification(
                        Kind.RESTOCK_TASK,
                        task.taskNo(),
                        task.warehouse(),
                        text(task),
                        Status.QUEUED,
                        clock.instant()));
    }

    static String text(RestockTaskOpened task) {
        var lanes =
                task.shortages().stream()
                        .map(QueueRestockNotification::line)
                        .collect(Collectors.joining("；"));
        var text = "【补货】货柜 %s 需要补货（任务 %s）：%s".formatted(task.sn(), task.taskNo(), lanes);
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private static String line(Shortage shortage) {
        return "%d 道 %s 剩 %d，应有 %d"
                .formatted(
                        shortage.lane(),
                        shortage.productName(),
                        shortage.unitsLeft(),
                        shortage.parLevel());
    }
}
