package io.kaimen.order.played;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.service.messaging.MessageHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Counts what each handler of the service has finished, so that tests know when to look. */
@Component
public class Handled implements BeanPostProcessor {

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    /** How many messages of a topic with this key were handled without a failure. */
    public int count(Topic topic, String key) {
        return counts.getOrDefault(topic + " " + key, 0);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof MessageHandler<?> handler ? new Counting<>(handler) : bean;
    }

    private final class Counting<P> implements MessageHandler<P> {

        private final MessageHandler<P> handler;

        Counting(MessageHandler<P> handler) {
            this.handler = handler;
        }

        @Override
        public Topic topic() {
            return handler.topic();
        }

        @Override
        public boolean remembered() {
            return handler.remembered();
        }

        @Override
        public boolean orderly() {
            return handler.orderly();
        }

        @Override
        public String group(String service) {
            return handler.group(service);
        }

        @Override
        public void handle(Envelope<P> message) {
            handler.handle(message);
            counts.merge(topic() + " " + message.key(), 1, Integer::sum);
        }
    }
}
