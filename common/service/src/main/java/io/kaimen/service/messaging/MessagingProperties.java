package io.kaimen.service.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of {@code kaimen.messaging}.
 *
 * @param prefix before every topic and group name, so that environments can share a broker
 * @param consumerThreads threads of each concurrent consumer
 * @param maxRedeliveries of a message that fails in a service without a database, before the
 *     broker's dead-letter queue; the others have {@link TryProperties}
 * @param sendTimeout of one send
 * @param relayInterval between looks for outbox rows left behind
 * @param relayAge how old a row is before the relay takes it for left behind
 * @param remember how long handled event ids are kept
 */
@ConfigurationProperties("kaimen.messaging")
public record MessagingProperties(
        @DefaultValue("") String prefix,
        @DefaultValue("4") int consumerThreads,
        @DefaultValue("16") int maxRedeliveries,
        @DefaultValue("3s") Duration sendTimeout,
        @DefaultValue("2s") Duration relayInterval,
        @DefaultValue("5s") Duration relayAge,
        @DefaultValue("30d") Duration remember) {}
