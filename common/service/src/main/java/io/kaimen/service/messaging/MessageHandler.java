package io.kaimen.service.messaging;

import io.kaimen.contracts.Envelope;
import io.kaimen.contracts.Topic;

/**
 * Handles one topic. Every bean of this type gets a consumer group of its own. Throwing makes the
 * message come again, later and later, until it is parked as a dead letter, see {@link
 * TryProperties}; in a service without a database until it is in the broker's dead-letter queue.
 */
public interface MessageHandler<P> {

    Topic topic();

    void handle(Envelope<P> message);

    /**
     * Whether messages of one key are handled strictly one after the other, in order. A message
     * that fails holds up its whole queue until it is parked; when it is replayed, later ones of
     * its key have been handled.
     */
    default boolean orderly() {
        return false;
    }

    /** RocketMQ tag expression of the messages wanted. */
    default String tag() {
        return "*";
    }

    /**
     * The consumer group, before any prefix. Must differ between handlers and be the same in all
     * instances that share the work.
     */
    default String group(String service) {
        return service + "-" + topic().topicName();
    }

    /**
     * Whether the event id is recorded in the handler's own transaction, so that a second delivery
     * has no effect. Only for handlers that are idempotent by themselves this may be false; they
     * then run without a transaction.
     */
    default boolean remembered() {
        return true;
    }
}
