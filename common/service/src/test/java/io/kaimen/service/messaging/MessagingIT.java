package io.kaimen.service.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.contracts.account.CaptureDue;
import io.kaimen.contracts.order.AuthorisationDue;
import io.kaimen.smallest.SmallestService;
import io.kaimen.testkit.OnMiddleware;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = {SmallestService.class, MessagingIT.Handlers.class},
        properties = {
            "spring.application.name=replenish-service",
            "eureka.client.enabled=false",
            "seata.enabled=false"
        })
@OnMiddleware(service = "replenish")
class MessagingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired Outbox outbox;
    @Autowired OutboxRelay relay;
    @Autowired MessageSender sender;
    @Autowired MessageCodec codec;
    @Autowired ConsumedMessages consumed;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired RecordingHandler<AuthorisationDue> due;
    @Autowired RecordingHandler<CaptureDue> captures;

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void forgiveHandlers() {
        due.before = message -> {};
        captures.before = message -> {};
    }

    @Test
    void aCommittedMessageArrivesAndLeavesTheOutbox() {
        inTransaction(
                () -> outbox.publish(Topic.AUTHORISATION_DUE, key, new AuthorisationDue(key)));
        await().atMost(PATIENCE).until(() -> !due.payloadsOf(key).isEmpty());
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        assertThat(due.payloadsOf(key)).containsExactly(new AuthorisationDue(key));
    }

    @Test
    void aRolledBackMessageIsNeverSent() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> {
                    outbox.publish(Topic.AUTHORISATION_DUE, key, new AuthorisationDue(key));
                    status.setRollbackOnly();
                });
        String later = key + "-later";
        inTransaction(
                () -> outbox.publish(Topic.AUTHORISATION_DUE, later, new AuthorisationDue(later)));
        await().atMost(PATIENCE).until(() -> !due.payloadsOf(later).isEmpty());
        assertThat(due.payloadsOf(key)).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void publishingOutsideATransactionIsRefused() {
        assertThatThrownBy(() ->
                        outbox.publish(Topic.AUTHORISATION_DUE, key, new AuthorisationDue(key)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void theRelaySendsWhatADeadProcessLeftBehind() {
        Envelope<AuthorisationDue> left =
                sender.envelope(
                        Topic.AUTHORISATION_DUE,
                        key,
                        UUID.randomUUID().toString(),
                        new AuthorisationDue(key));
        jdbc.sql(
                        "insert into outbox (event_id, topic, message_key, body, created_at) values (?, ?, ?, ?, ?)")
                .params(
                        left.eventId(),
                        Topic.AUTHORISATION_DUE.name(),
                        key,
                        codec.encode(left),
                        Timestamp.from(Instant.now().minusSeconds(60)))
                .update();
        relay.relay();
        await().atMost(PATIENCE).until(() -> !due.payloadsOf(key).isEmpty());
        assertThat(waiting()).isZero();
    }

    @Test
    void anEventDeliveredTwiceIsHandledOnce() {
        String event = UUID.randomUUID().toString();
        sender.send(Topic.AUTHORISATION_DUE, key, event, new AuthorisationDue(key)).join();
        sender.send(Topic.AUTHORISATION_DUE, key, event, new AuthorisationDue(key)).join();
        String last = key + "-last";
        sender.send(
                        Topic.AUTHORISATION_DUE,
                        last,
                        UUID.randomUUID().toString(),
                        new AuthorisationDue(last))
                .join();
        await().atMost(PATIENCE)
                .until(() -> !due.payloadsOf(last).isEmpty() && !due.payloadsOf(key).isEmpty());
        await().during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(() -> due.payloadsOf(key).size() == 1);
    }

    @Test
    void deliveriesOfOneEventAtTheSameTimeDoItsWorkOnce() throws InterruptedException {
        var work = new AtomicInteger();
        var done = new CountDownLatch(8);
        for (int i = 0; i < 8; i++) {
            Thread.ofVirtual()
                    .start(() -> {
                        consumed.once("group", key, work::incrementAndGet);
                        done.countDown();
                    });
        }
        done.await();
        assertThat(work).hasValue(1);
    }

    @Test
    void aFailedHandlingComesAgainAndLeavesNoTraceOfTheFirst() {
        var tries = new AtomicInteger();
        captures.before =
                message -> {
                    if (message.key().equals(key) && tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("the first try fails on purpose");
                    }
                };
        sender.send(Topic.CAPTURE_DUE, key, UUID.randomUUID().toString(), new CaptureDue(key, 1))
                .join();
        await().atMost(Duration.ofSeconds(60)).until(() -> captures.payloadsOf(key).size() == 1);
        assertThat(tries).hasValue(2);
    }

    @Test
    void aReminderComesNotBeforeItsTime() {
        Instant start = Instant.now();
        inTransaction(() ->
                outbox.publishLater(
                        Topic.AUTHORISATION_DUE,
                        key,
                        new AuthorisationDue(key),
                        Duration.ofSeconds(3)));
        await().atMost(PATIENCE).until(() -> !due.payloadsOf(key).isEmpty());
        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(2500));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private int waiting() {
        return jdbc.sql("select count(*) from outbox where message_key = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }

    @TestConfiguration
    static class Handlers {

        @Bean
        RecordingHandler<AuthorisationDue> due() {
            return new RecordingHandler<>(Topic.AUTHORISATION_DUE);
        }

        @Bean
        RecordingHandler<CaptureDue> captures() {
            return new RecordingHandler<>(Topic.CAPTURE_DUE);
        }
    }
}
