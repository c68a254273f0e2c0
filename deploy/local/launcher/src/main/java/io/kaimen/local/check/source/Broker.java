package io.kaimen.local.check.source;

import io.kaimen.local.check.source.BrokerConnection.Answer;
import io.kaimen.local.check.source.StoredMessages.Whole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** What this needs to ask the one broker of a local stack. */
final class Broker implements AutoCloseable {

    private static final int PULL = 11;
    private static final int TOPICS = 21;
    private static final int MAX_OFFSET = 30;
    private static final int MIN_OFFSET = 31;
    private static final int CONSUMER_OFFSETS = 43;

    private static final int SUCCESS = 0;
    private static final int BATCH = 32;

    /** Messages asked for beyond this are not needed: nobody reads so many examples. */
    private static final int MOST = 2_000;

    /** The subscription comes with the pull, from a group that does not subscribe. */
    private static final int WITH_SUBSCRIPTION = 1 << 2;

    /** The broker has this group of its own for programs that look. */
    private static final String GROUP = "TOOLS_CONSUMER";

    /** The broker's JSON has numbers for names. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES).build();

    private final BrokerConnection connection;

    private Broker(BrokerConnection connection) {
        this.connection = connection;
    }

    static Broker open(int port) throws IOException {
        return new Broker(BrokerConnection.open(port));
    }

    /** Topics with their numbers of queues. */
    Map<String, Integer> topics() throws IOException {
        var topics = new HashMap<String, Integer>();
        JSON.readTree(succeeding(TOPICS, Map.of()).text())
                .path("topicConfigTable")
                .forEachEntry(
                        (name, config) -> topics.put(name, config.path("readQueueNums").asInt()));
        return topics;
    }

    /** Offsets up to which messages were consumed, by {@code topic@group} and queue. */
    Map<String, Map<Integer, Long>> consumed() throws IOException {
        var consumed = new HashMap<String, Map<Integer, Long>>();
        JSON.readTree(succeeding(CONSUMER_OFFSETS, Map.of()).text())
                .path("offsetTable")
                .forEachEntry((name, offsets) -> {
                    var queues = new HashMap<Integer, Long>();
                    offsets.forEachEntry(
                            (queue, offset) -> queues.put(Integer.valueOf(queue), offset.asLong()));
                    consumed.put(name, queues);
                });
        return consumed;
    }

    long maxOffset(String topic, int queue) throws IOException {
        return offset(MAX_OFFSET, topic, queue);
    }

    long minOffset(String topic, int queue) throws IOException {
        return offset(MIN_OFFSET, topic, queue);
    }

    private long offset(int request, String topic, int queue) throws IOException {
        var answer = succeeding(request, Map.of("topic", topic, "queueId", queue));
        return Long.parseLong(answer.fields().getOrDefault("offset", "0"));
    }

    /** The messages of a queue from an offset on, not consumed by this. */
    List<Whole> messages(String topic, int queue, long from) throws IOException {
        var messages = new ArrayList<Whole>();
        long next = Math.max(from, minOffset(topic, queue));
        while (messages.size() < MOST) {
            var answer = pull(topic, queue, next);
            if (answer.code() != SUCCESS) {
                // Nothing there yet: the end.
                return messages;
            }
            messages.addAll(StoredMessages.read(answer.body()));
            next = Long.parseLong(answer.fields().getOrDefault("nextBeginOffset", "0"));
        }
        return messages;
    }

    private Answer pull(String topic, int queue, long offset) throws IOException {
        var fields = new HashMap<String, Object>();
        fields.put("consumerGroup", GROUP);
        fields.put("topic", topic);
        fields.put("queueId", queue);
        fields.put("queueOffset", offset);
        fields.put("maxMsgNums", BATCH);
        fields.put("sysFlag", WITH_SUBSCRIPTION);
        fields.put("commitOffset", 0);
        fields.put("suspendTimeoutMillis", 0);
        fields.put("subscription", "*");
        fields.put("subVersion", 0);
        fields.put("expressionType", "TAG");
        return connection.call(PULL, fields);
    }

    private Answer succeeding(int request, Map<String, ?> fields) throws IOException {
        var answer = connection.call(request, fields);
        if (answer.code() != SUCCESS) {
            throw new IOException("request " + request + " was answered with " + answer.code());
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
