package io.kaimen.device;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.service.messaging.MessageHandler;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Consumes from RocketMQ what other services would, and keeps it. */
@TestConfiguration(proxyBeanMethods = false)
public class RecordedMessages {

    private final Queue<Envelope<?>> received = new ConcurrentLinkedQueue<>();

    /** The payloads of a topic and key received so far, in order of receipt. */
    public <P> List<P> of(Topic topic, String key, Class<P> type) {
        return received.stream()
                .filter(e -> e.topic().equals(topic.topicName()) && e.key().equals(key))
                .map(e -> type.cast(e.payload()))
                .toList();
    }

    /** The same with everything around them. */
    public List<Envelope<?>> envelopesOf(Topic topic, String key) {
        return received.stream()
                .filter(e -> e.topic().equals(topic.topicName()) && e.key().equals(key))
                .toList();
    }

    @Bean
    Recorder recordedCommands() {
        return new Recorder(Topic.CABINET_COMMAND, received);
    }

    @Bean
    Recorder recordedStatusChanges() {
        return new Recorder(Topic.CABINET_STATUS_CHANGED, received);
    }

    @Bean
    Recorder recordedPlanograms() {
        return new Recorder(Topic.PLANOGRAM_CHANGED, received);
    }

    @Bean
    Recorder recordedSessions() {
        return new Recorder(Topic.DOOR_SESSION_MOVED, received);
    }

    @Bean
    Recorder recordedBaskets() {
        return new Recorder(Topic.BASKET_SETTLED, received);
    }

    /** Stands where another service's consumer would. */
    record Recorder(Topic topic, Queue<Envelope<?>> received) implements MessageHandler<Object> {

        @Override
        public void handle(Envelope<Object> message) {
            received.add(message);
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
            return "test-recorder-" + topic.topicName();
        }
    }
}
