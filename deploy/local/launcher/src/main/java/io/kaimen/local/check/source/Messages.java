package io.kaimen.local.check.source;

import java.time.Instant;
import java.util.List;

/** What the broker holds that nobody has dealt with. */
public interface Messages {

    /**
     * A message in the broker's store.
     *
     * @param topic it is stored under
     * @param queue of the topic
     * @param offset in the queue
     * @param meantFor the topic it was sent to
     * @param key it was sent with; empty when it had none
     * @param bornAt when it was sent first
     */
    record Stored(
            String topic, int queue, long offset, String meantFor, String key, Instant bornAt) {}

    /**
     * How far a consumer group is in a queue.
     *
     * @param consumed offset up to which it has, as it last told the broker
     * @param stored offset up to which there are messages
     */
    record Position(String group, String topic, int queue, long consumed, long stored) {}

    /**
     * Messages that consumers gave up, and half messages the broker gave up asking about.
     *
     * @throws Unreachable when the broker does not answer
     */
    List<Stored> dead();

    /**
     * Half messages that were neither committed nor rolled back.
     *
     * @throws Unreachable when the broker does not answer
     */
    List<Stored> half();

    /**
     * Every consumer group's position in every queue of its topics, those of its redelivered
     * messages included.
     *
     * @throws Unreachable when the broker does not answer
     */
    List<Position> positions();
}
