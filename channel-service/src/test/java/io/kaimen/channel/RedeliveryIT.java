package io.kaimen.channel;

import io.kaimen.contracts.Topic;
import io.kaimen.contracts.replenish.RestockTaskOpened;
import io.kaimen.contracts.replenish.RestockTaskOpened.Shortage;
import io.kaimen.service.messaging.MessageSender;
import io.kaimen.service.testing.Redelivery;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SuppressWarnings("NullAway.Init")
class RedeliveryIT extends OnChannelService {

    @Autowired private Redelivery redelivery;
    @Autowired private MessageSender sender;

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String sn = "CAB-" + id;

    @Test
    void whatIsToldAgainHasNoEffect() {
        redelivery
                .about(sn)
                .tell(() -> open("R1-" + id), Topic.RESTOCK_TASK_OPENED)
                .tell(() -> open("R2-" + id), Topic.RESTOCK_TASK_OPENED)
                .tellAgain();
    }

    private void open(String taskNo) {
        var task =
                new RestockTaskOpened(
                        taskNo,
                        sn,
                        "WH-1",
                        List.of(new Shortage(1, "COLA", "可口可乐 330ml", 2, 10)),
                        Instant.now());
        sender.send(Topic.RESTOCK_TASK_OPENED, sn, UUID.randomUUID().toString(), task).join();
    }
}
