package io.kaimen.replenish;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.replenish.RestockTaskOpened;
import io.kaimen.service.messaging.MessageHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;

/** Listens to the broker as channel-service would. */
@TestComponent
public class OpenedTasks implements MessageHandler<RestockTaskOpened> {

    /** By event id: a resend of the same event is no second one. */
    private final Map<String, RestockTaskOpened> heard = new ConcurrentHashMap<>();

    @Override
    public Topic topic() {
        return Topic.RESTOCK_TASK_OPENED;
    }

    @Override
    public boolean remembered() {
        return false;
    }

    @Override
    public void handle(Envelope<RestockTaskOpened> message) {
        heard.put(message.eventId(), message.payload());
    }

    public List<RestockTaskOpened> of(String sn) {
        return heard.values().stream().filter(t -> t.sn().equals(sn)).toList();
    }
}
