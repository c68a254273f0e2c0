package io.kaimen.order.played;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.service.messaging.MessageHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the service has published, read off the broker. */
@Configuration(proxyBeanMethods = false)
public class Published {

    private final List<Envelope<?>> messages = new CopyOnWriteArrayList<>();

    /** Distinct events of one topic about one order. */
    public List<Envelope<?>> of(Topic topic, String orderNo) {
        return messages.stream()
                .filter(m -> m.topic().equals(topic.topicName()) && m.key().equals(orderNo))
                .collect(
                        java.util.stream.Collectors.toMap(
                                Envelope::eventId, m -> m, (first, again) -> first))
                .values()
                .stream()
                .<Envelope<?>>map(m -> m)
                .toList();
    }

    @Bean
    MessageHandler<Object> authorised() {
        return new Recorder(Topic.ORDER_AUTHORISED);
    }

    @Bean
    MessageHandler<Object> cancelled() {
        return new Recorder(Topic.ORDER_CANCELLED);
    }

    private final class Recorder implements MessageHandler<Object> {

        private final Topic topic;

        Recorder(Topic topic) {
            this.topic = topic;
        }

        @Override
        public Topic topic() {
            return topic;
        }

        @Override
        public boolean remembered() {
            return false;
        }

        @Override
        public void handle(Envelope<Object> message) {
            messages.add(message);
        }
    }
}
