package io.kaimen.local.check.source;

import io.kaimen.local.instance.Instance;
import io.kaimen.local.instance.Port;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The messages in the broker of a running stack. */
public final class BrokerMessages implements Messages {

    private static final String DEAD_LETTERS = "%DLQ%";
    private static final String GIVEN_UP = "TRANS_CHECK_MAX_TIME_TOPIC";
    private static final String HALF = "RMQ_SYS_TRANS_HALF_TOPIC";
    private static final String ENDED_HALF = "RMQ_SYS_TRANS_OP_HALF_TOPIC";

    /** As this group the broker itself goes through half messages. */
    private static final String ASKING = "CID_RMQ_SYS_TRANS";

    /** Groups and topics the broker has for itself. */
    private static final Set<String> OWN = Set.of("CID_RMQ_SYS", "RMQ_SYS", "TOOLS_CONSUMER");

    private final Instance instance;

    /** Connects when it is asked. */
    public BrokerMessages(Instance instance) {
        this.instance = instance;
    }

    @Override
    public List<Stored> dead() {
        return asking(broker -> {
            var dead = new ArrayList<Stored>();
            for (var topic : broker.topics().entrySet()) {
                var name = topic.getKey();
                if (name.startsWith(DEAD_LETTERS) || name.equals(GIVEN_UP)) {
                    for (int queue = 0; queue < topic.getValue(); queue++) {
                        stored(broker, name, queue, 0).forEach(dead::add);
                    }
                }
            }
            return dead;
        });
    }

    @Override
    public List<Stored> half() {
        return asking(broker -> {
            var topics = broker.topics();
            if (!topics.containsKey(HALF)) {
                return List.of();
            }
            var consumed = broker.consumed();
            var half = new ArrayList<Stored>();
            for (int queue = 0; queue < topics.getOrDefault(HALF, 0); queue++) {
                // First those waiting: whatever ends one of them meanwhile is seen after.
                var waiting = stored(broker, HALF, queue, consumed(consumed, HALF, queue)).toList();
                var ended =
                        topics.containsKey(ENDED_HALF)
                                ? ended(broker, queue, consumed(consumed, ENDED_HALF, queue))
                                : Set.of();
                waiting.stream().filter(one -> !ended.contains(one.offset())).forEach(half::add);
            }
            return half;
        });
    }

    private static Stream<Stored> stored(Broker broker, String topic, int queue, long from)
            throws IOException {
        return broker.messages(topic, queue, from).stream().map(StoredMessages.Whole::message);
    }

    private static long consumed(
            Map<String, Map<Integer, Long>> consumed, String topic, int queue) {
        return consumed.getOrDefault(topic + "@" + ASKING, Map.of()).getOrDefault(queue, 0L);
    }

    /** The broker notes in a second queue which offsets of the first have ended. */
    private static Set<Long> ended(Broker broker, int queue, long from) throws IOException {
        var ended = new HashSet<Long>();
        for (var note : broker.messages(ENDED_HALF, queue, from)) {
            for (var offset : new String(note.body(), StandardCharsets.UTF_8).split(",", -1)) {
                if (!offset.isBlank()) {
                    ended.add(Long.valueOf(offset.strip()));
                }
            }
        }
        return ended;
    }

    @Override
    public List<Position> positions() {
        return asking(broker -> {
            var topics = broker.topics();
            var positions = new ArrayList<Position>();
            for (var entry : broker.consumed().entrySet()) {
                int at = entry.getKey().indexOf('@');
                var topic = entry.getKey().substring(0, at);
                var group = entry.getKey().substring(at + 1);
                if (OWN.stream().anyMatch(own -> group.startsWith(own) || topic.startsWith(own))
                        || !topics.containsKey(topic)) {
                    continue;
                }
                for (var queue : entry.getValue().entrySet()) {
                    int number = queue.getKey();
                    long stored = broker.maxOffset(topic, number);
                    positions.add(new Position(group, topic, number, queue.getValue(), stored));
                }
            }
            return positions;
        });
    }

    @FunctionalInterface
    private interface Question<T> {
        T of(Broker broker) throws IOException;
    }

    private <T> T asking(Question<T> question) {
        try (var broker = Broker.open(instance.ports().get(Port.ROCKETMQ_BROKER))) {
            return question.of(broker);
        } catch (IOException e) {
            throw new Unreachable("broker", e);
        }
    }
}
