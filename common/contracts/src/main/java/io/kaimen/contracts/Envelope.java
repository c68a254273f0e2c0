package io.kaimen.contracts;

import java.time.Instant;

/**
 * What every message carries around its payload.
 *
 * @param eventId unique for the event, the same in every redelivery and resend; consumers
 *     deduplicate by it
 * @param topic the {@link Topic#topicName()}
 * @param key what the message is about (cabinet or order number); messages of one key keep their
 *     order
 * @param occurredAt when the event happened, by the producer's clock
 * @param source the producing service's registered name
 */
public record Envelope<P>(
        String eventId, String topic, String key, Instant occurredAt, String source, P payload) {}
