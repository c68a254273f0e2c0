package io.kaimen.channel;

import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.service.messaging.MessageHandler;
import io.kaimen.service.messaging.MessageSender;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Listens to one topic at the real broker, as another service would. */
public final class Published<P> implements MessageHandler<P> {

    private final Topic topic;
    private final MessageSender sender;
    private final JdbcClient jdbc;
    private final P mark;
    private final List<Envelope<P>> seen = new CopyOnWriteArrayList<>();

    /**
     * @param mark a payload that nobody else sends
     */
    public Published(Topic topic, MessageSender sender, JdbcClient jdbc, P mark) {
        this.topic = topic;
        this.sender = sender;
        this.jdbc = jdbc;
        this.mark = mark;
    }

    /**
     * Everything published about the order so far. Messages of one key keep their order, so when
     * the outbox has sent what it had, and a mark sent then has arrived, nothing is on its way any
     * more.
     */
    public List<P> about(String orderNo) {
        await().until(() -> waiting(orderNo) == 0);
        var id = UUID.randomUUID().toString();
        sender.send(topic, orderNo, id, mark).orTimeout(10, TimeUnit.SECONDS).join();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> seen.stream().anyMatch(message -> message.eventId().equals(id)));
        return seen.stream()
                .filter(message -> message.key().equals(orderNo))
                .map(Envelope::payload)
                .filter(payload -> !payload.equals(mark))
                .toList();
    }

    private int waiting(String orderNo) {
        return jdbc.sql("select count(*) from outbox where message_key = ?")
                .param(orderNo)
                .query(Integer.class)
                .single();
    }

    @Override
    public Topic topic() {
        return topic;
    }

    @Override
    public void handle(Envelope<P> message) {
        seen.add(message);
    }

    @Override
    public boolean orderly() {
        return true;
    }

    @Override
    public boolean remembered() {
        return false;
    }

    @Override
    public String group(String service) {
        return "test-of-" + MessageHandler.super.group(service);
    }
}
