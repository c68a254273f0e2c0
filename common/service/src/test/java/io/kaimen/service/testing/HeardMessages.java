package io.kaimen.service.testing;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;
import io.kaimen.service.messaging.MessageHandler;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * What the service under test has published, read off the broker as another service would: every
 * topic that it produces, each event once however often it was sent.
 */
public class HeardMessages implements BeanDefinitionRegistryPostProcessor, EnvironmentAware {

    /** Of handlers that listen for tests only. */
    static final String GROUP = "test-heard-";

    private final Map<String, Envelope<?>> byEvent = new ConcurrentHashMap<>();
    private String service = "";

    /** The payloads of a topic and key, oldest first by the producer's clock. */
    public <P> List<P> of(Topic topic, String key, Class<P> type) {
        return envelopes(topic, key).stream().map(e -> type.cast(e.payload())).toList();
    }

    /** The same with everything around them. */
    public List<Envelope<?>> envelopes(Topic topic, String key) {
        return byEvent.values().stream()
                .filter(e -> e.topic().equals(topic.topicName()) && e.key().equals(key))
                .<Envelope<?>>map(e -> e)
                .sorted(Comparator.comparing(Envelope::occurredAt))
                .toList();
    }

    @Override
    public void setEnvironment(Environment environment) {
        service = environment.getRequiredProperty("spring.application.name");
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        Arrays.stream(Topic.values())
                .filter(topic -> topic.producer().registeredName().equals(service))
                .forEach(topic ->
                        registry.registerBeanDefinition(
                                GROUP + topic.topicName(),
                                BeanDefinitionBuilder.genericBeanDefinition(
                                                Ears.class, () -> new Ears(topic, byEvent))
                                        .getBeanDefinition()));
    }

    private record Ears(Topic topic, Map<String, Envelope<?>> heard)
            implements MessageHandler<Object> {

        @Override
        public void handle(Envelope<Object> message) {
            heard.putIfAbsent(message.eventId(), message);
        }

        @Override
        public boolean remembered() {
            return false;
        }

        @Override
        public String group(String service) {
            return GROUP + topic.topicName();
        }
    }
}
