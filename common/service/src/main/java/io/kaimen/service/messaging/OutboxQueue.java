package io.kaimen.service.messaging;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends rows right after their commit, off the committing thread. Rows of one key are sent by one
 * thread, in the order of their commits. What does not fit or does not go is left to the relay.
 */
class OutboxQueue implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(OutboxQueue.class);
    private static final int LANES = 8;
    private static final int WAITING_PER_LANE = 1_000;

    private final MessageSender sender;
    private final JdbcClient jdbc;
    private final List<ExecutorService> lanes;

    OutboxQueue(MessageSender sender, JdbcClient jdbc) {
        this.sender = sender;
        this.jdbc = jdbc;
        this.lanes = IntStream.range(0, LANES).mapToObj(OutboxQueue::lane).toList();
    }

    private static ExecutorService lane(int number) {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_PER_LANE),
                Thread.ofVirtual().name("outbox-" + number).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    void send(OutboxRow row) {
        lanes.get(Math.floorMod(row.key().hashCode(), LANES)).execute(() -> sendAndForget(row));
    }

    private void sendAndForget(OutboxRow row) {
        try {
            sender.sendNow(row.topic(), row.key(), row.tag(), row.body(), row.deliverAt());
            jdbc.sql("delete from outbox where event_id = ?").param(row.eventId()).update();
        } catch (MessageNotSent | DataAccessException e) {
            log.warn(
                    "{} {} stays in the outbox for the relay",
                    row.topic().topicName(),
                    row.key(),
                    e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        lanes.forEach(ExecutorService::shutdown);
        for (ExecutorService lane : lanes) {
            lane.awaitTermination(2, TimeUnit.SECONDS);
        }
    }
}
