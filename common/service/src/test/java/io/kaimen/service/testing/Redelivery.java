package io.kaimen.service.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kaimen.contracts.Topic;
import io.kaimen.service.messaging.HandlersByGroup;
import io.kaimen.service.messaging.MessageCodec;
import io.kaimen.service.messaging.MessageHandler;
import io.kaimen.service.messaging.MessageSender;
import io.kaimen.service.messaging.RecordedDeliveries;
import io.kaimen.service.messaging.RecordedDeliveries.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A story that the service under test hears by messages, told again: at once and after 10 s, in
 * another order each time. What it did the first time it must not do again: not a row, not a
 * message, not an effect outside may differ.
 *
 * <p>Every topic that the service consumes must be in its story, and must have had an effect; a
 * handler without one fails the test.
 */
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Import({RecordedDeliveries.class, HeardMessages.class})
public class Redelivery {

    private static final Logger log = LoggerFactory.getLogger(Redelivery.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LATER = Duration.ofSeconds(10);
    private static final Duration STEADY = Duration.ofSeconds(2);

    private final RecordedDeliveries deliveries;
    private final HeardMessages heard;
    private final HandlersByGroup handlers;
    private final MessageSender sender;
    private final MessageCodec codec;
    private final @Nullable StoredRows rows;
    private final String service;

    private final Set<String> keys = new LinkedHashSet<>();
    private final Set<String> ignored = new HashSet<>();
    private final Set<Topic> told = EnumSet.noneOf(Topic.class);
    private final Map<String, Supplier<?>> outside = new LinkedHashMap<>();

    Redelivery(
            RecordedDeliveries deliveries,
            HeardMessages heard,
            HandlersByGroup handlers,
            MessageSender sender,
            MessageCodec codec,
            ObjectProvider<JdbcClient> jdbc,
            @Value("${spring.application.name}") String service) {
        this.deliveries = deliveries;
        this.heard = heard;
        this.handlers = handlers;
        this.sender = sender;
        this.codec = codec;
        JdbcClient client = jdbc.getIfAvailable();
        this.rows = client == null ? null : new StoredRows(client);
        this.service = service;
    }

    /** Message keys, and other names in rows, that are this story's and nobody else's. */
    public Redelivery about(String... more) {
        keys.addAll(List.of(more));
        return this;
    }

    /** A column that may differ, because it says when a row was written and not what is in it. */
    public Redelivery ignoring(String column) {
        ignored.add(column);
        return this;
    }

    /** An effect that is neither a row that names a key nor a message. */
    public Redelivery alsoSee(String name, Supplier<?> effect) {
        outside.put(name, effect);
        return this;
    }

    /**
     * Tells a part of the story, and waits until these topics' messages were handled.
     *
     * @throws org.awaitility.core.ConditionTimeoutException when they are not, or changed nothing
     */
    public Redelivery tell(Runnable part, Topic... topics) {
        Map<String, Object> before = state();
        var handledBefore = new ArrayList<>(story());
        part.run();
        for (Topic topic : topics) {
            await(topic + " is handled")
                    .atMost(PATIENCE)
                    .until(() ->
                            story().stream()
                                    .skip(handledBefore.size())
                                    .anyMatch(delivery -> delivery.topic() == topic));
        }
        await(List.of(topics) + " have an effect")
                .atMost(PATIENCE)
                .until(() -> !state().equals(before));
        told.addAll(List.of(topics));
        return this;
    }

    /** Everything once more, twice; nothing may differ after that. */
    public void tellAgain() {
        assertThat(told).as("topics told of those consumed").isEqualTo(consumed());
        long seed = Long.getLong("kaimen.redelivery.seed", System.nanoTime());
        log.info("redelivers with -Dkaimen.redelivery.seed={}", seed);
        var random = new Random(seed);
        Map<String, Object> after = steadyState();
        List<Delivery> story = eachOnce();
        long start = System.nanoTime();
        sendAgain(story, random);
        assertThat(steadyState()).as("state after all at once, seed %s", seed).isEqualTo(after);
        await("the time of later deliveries")
                .atMost(PATIENCE)
                .until(() -> System.nanoTime() - start > LATER.toNanos());
        sendAgain(story, random);
        assertThat(steadyState()).as("state after all later, seed %s", seed).isEqualTo(after);
    }

    /** The topics of the service's own handlers, which must be what the contracts say. */
    private Set<Topic> consumed() {
        Set<Topic> handled =
                handlers.groups().stream()
                        .map(group -> handlers.of(group).orElseThrow())
                        .filter(Redelivery::isTheServices)
                        .map(MessageHandler::topic)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
        Set<Topic> agreed =
                Arrays.stream(Topic.values())
                        .filter(topic ->
                                topic.consumers().stream()
                                        .anyMatch(c -> c.registeredName().equals(service)))
                        .collect(Collectors.toSet());
        assertThat(handled).as("topics with a handler").isEqualTo(agreed);
        return handled;
    }

    /** Handlers of tests come from where tests are compiled to. */
    private static boolean isTheServices(MessageHandler<?> handler) {
        String source =
                AopUtils.getTargetClass(handler)
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath();
        return !source.contains("test-classes") && !source.endsWith("-tests.jar");
    }

    private void sendAgain(List<Delivery> story, Random random) {
        var shuffled = new ArrayList<>(story);
        do {
            Collections.shuffle(shuffled, random);
        } while (story.size() > 1 && shuffled.equals(story));
        Map<String, Long> before = timesHandled();
        shuffled.forEach(delivery -> RecordedDeliveries.again(delivery, sender, codec));
        await("all are handled again")
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    Map<String, Long> now = timesHandled();
                    assertThat(now)
                            .allSatisfy((event, times) ->
                                    assertThat(times)
                                            .as(event)
                                            .isGreaterThan(before.getOrDefault(event, 0L)));
                });
    }

    /** Deliveries to the service's own handlers so far, in order. */
    private List<Delivery> story() {
        return deliveries.done().stream()
                .filter(d -> keys.contains(d.envelope().key()) && isTheServices(d.handler()))
                .toList();
    }

    private List<Delivery> eachOnce() {
        var events = new LinkedHashMap<String, Delivery>();
        story().forEach(delivery -> events.putIfAbsent(name(delivery), delivery));
        return List.copyOf(events.values());
    }

    private Map<String, Long> timesHandled() {
        return story().stream()
                .collect(Collectors.groupingBy(Redelivery::name, Collectors.counting()));
    }

    private static String name(Delivery delivery) {
        return delivery.group() + " " + delivery.envelope().eventId();
    }

    private Map<String, Object> steadyState() {
        await("nothing moves any more")
                .atMost(PATIENCE)
                .pollInterval(STEADY)
                .until(() -> {
                    Map<String, Object> before = state();
                    await().pollDelay(STEADY).until(() -> true);
                    return state().equals(before);
                });
        return state();
    }

    private Map<String, Object> state() {
        var state = new TreeMap<String, Object>();
        if (rows != null) {
            state.putAll(rows.about(keys, ignored));
        }
        for (Topic topic : Topic.values()) {
            for (String key : keys) {
                var published = heard.envelopes(topic, key);
                if (!published.isEmpty()) {
                    state.put("published " + topic + " " + key, published);
                }
            }
        }
        outside.forEach((name, effect) -> state.put(name, effect.get()));
        return state;
    }
}
