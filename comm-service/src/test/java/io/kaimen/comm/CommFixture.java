package io.kaimen.comm;

import io.kaimen.contracts.Topic;
import io.kaimen.service.messaging.MessageCodec;
import io.kaimen.service.messaging.MessageSender;
import io.kaimen.service.messaging.MessagingProperties;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.rocketmq.client.producer.DefaultMQProducer;

/** What the unit tests of comm-service share: settings, a clock to turn, a sender to watch. */
public final class CommFixture {

    public static final Instant NOW = Instant.parse("2026-11-20T08:00:00.123Z");

    public final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    public final CommMetrics metrics = new CommMetrics(registry);
    public final TurnableClock clock = new TurnableClock();
    public final WatchedSender sender = new WatchedSender(clock);
    public final CommProperties properties = properties(4, 6);

    public static CommProperties properties(int inFlightPerConnection, int inFlight) {
        return new CommProperties(
                "comm-1",
                "127.0.0.1",
                0,
                Duration.ofMillis(500),
                new CommProperties.Limits(
                        3,
                        Duration.ofSeconds(10),
                        4_096,
                        Duration.ofSeconds(90),
                        inFlightPerConnection,
                        inFlight,
                        4_096,
                        2,
                        2,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)));
    }

    /** The value of a counter; 0 when nothing was counted. */
    public double counted(String name, String tag, String value) {
        var counter = registry.find("kaimen.comm." + name).tag(tag, value).counter();
        return counter == null ? 0 : counter.count();
    }

    /** A clock that stands still until turned. */
    public static final class TurnableClock extends Clock {

        private Instant now = NOW;

        public void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Stores nothing: the test says when, and whether, the broker has a message. */
    public static final class WatchedSender extends MessageSender {

        /** A message on its way to the broker. */
        public record Sent(
                Topic topic,
                String key,
                String eventId,
                Object payload,
                CompletableFuture<Void> stored) {}

        public final List<Sent> sent = new ArrayList<>();

        WatchedSender(Clock clock) {
            super(
                    new DefaultMQProducer("never-started"),
                    new MessageCodec(),
                    new MessagingProperties(
                            "",
                            1,
                            1,
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(1),
                            Duration.ofDays(1)),
                    clock,
                    "comm-service");
        }

        @Override
        public CompletableFuture<Void> send(
                Topic topic, String key, String eventId, Object payload) {
            var stored = new CompletableFuture<Void>();
            sent.add(new Sent(topic, key, eventId, payload, stored));
            return stored;
        }

        /** All messages of one topic, oldest first. */
        public List<Sent> sent(Topic topic) {
            return sent.stream().filter(message -> message.topic() == topic).toList();
        }

        /** The only message of a topic. */
        public Sent only(Topic topic) {
            List<Sent> found = sent(topic);
            if (found.size() != 1) {
                throw new AssertionError("not one but " + found.size() + " of " + topic);
            }
            return found.getFirst();
        }
    }
}
