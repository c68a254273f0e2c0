package io.kaimen.channel.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.channel.OnChannelService;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.replenish.RestockTaskOpened;
import io.kaimen.contracts.replenish.RestockTaskOpened.Shortage;
import io.kaimen.service.messaging.MessageSender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SuppressWarnings("NullAway.Init")
class RestockNotificationIT extends OnChannelService {

    @Autowired private MessageSender sender;

    @Test
    void queuesATaskOnceHoweverOftenItIsTold() {
        var taskNo = "R" + UUID.randomUUID().toString().substring(0, 8);
        var task =
                new RestockTaskOpened(
                        taskNo,
                        "CAB-1",
                        "WH-1",
                        List.of(new Shortage(1, "COLA", "可口可乐 330ml", 2, 10)),
                        Instant.now());
        var eventId = UUID.randomUUID().toString();

        sender.send(Topic.RESTOCK_TASK_OPENED, "CAB-1", eventId, task).join();
        sender.send(Topic.RESTOCK_TASK_OPENED, "CAB-1", eventId, task).join();
        sender.send(Topic.RESTOCK_TASK_OPENED, "CAB-1", UUID.randomUUID().toString(), task).join();

        await().atMost(Duration.ofSeconds(20)).until(() -> handled() >= 2);
        assertThat(texts(taskNo)).singleElement().asString().contains("可口可乐 330ml 剩 2");
    }

    private List<@Nullable String> texts(String taskNo) {
        return jdbc.sql("select text from notification where subject = ? and status = 'QUEUED'")
                .param(taskNo)
                .query(String.class)
                .list();
    }

    private int handled() {
        return jdbc.sql(
                        "select count(*) from consumed_message where consumer_group like '%restock-task-opened'")
                .query(Integer.class)
                .single();
    }
}
