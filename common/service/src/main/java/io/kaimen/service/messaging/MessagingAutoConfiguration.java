package io.kaimen.service.messaging;

import java.time.Clock;
import org.apache.rocketmq.client.producer.DefaultMQProducer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires messaging to rocketmq-spring's producer and, where there is a database, to the outbox. */
@AutoConfiguration(
        afterName = {
            "org.apache.rocketmq.spring.autoconfigure.RocketMQAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
@ConditionalOnProperty("rocketmq.name-server")
@EnableConfigurationProperties({MessagingProperties.class, TryProperties.class})
public class MessagingAutoConfiguration {

    @Bean
    MessageCodec messageCodec() {
        return new MessageCodec();
    }

    @Bean
    MessageSender messageSender(
            DefaultMQProducer producer,
            MessageCodec codec,
            MessagingProperties properties,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        return new MessageSender(producer, codec, properties, clock, service);
    }

    @Bean
    HandlersByGroup handlersByGroup(
            ObjectProvider<MessageHandler<?>> handlers,
            MessagingProperties properties,
            @Value("${spring.application.name}") String service) {
        return new HandlersByGroup(handlers.orderedStream().toList(), properties.prefix(), service);
    }

    @Bean
    HandleOnce handleOnce(ObjectProvider<ConsumedMessages> consumed) {
        return new HandleOnce(consumed.getIfAvailable());
    }

    @Bean
    MessageListeners messageListeners(
            HandlersByGroup handlers,
            Deliveries deliveries,
            MessagingProperties properties,
            Environment environment) {
        return new MessageListeners(
                handlers,
                deliveries,
                properties,
                environment.getRequiredProperty("rocketmq.name-server"),
                environment.getRequiredProperty("spring.application.name")
                        + "-"
                        + sameAfterRestart(environment));
    }

    @Bean
    Deliveries deliveries(
            MessageCodec codec,
            HandleOnce handleOnce,
            ObjectProvider<DeadLetterBox> letters,
            TryProperties tries,
            Clock clock) {
        return new Deliveries(codec, handleOnce, letters.getIfAvailable(), tries, clock);
    }

    /** Tells instances on one machine apart; the process id only where the port is random. */
    private static long sameAfterRestart(Environment environment) {
        int port = environment.getProperty("server.port", Integer.class, 0);
        return port > 0 ? port : ProcessHandle.current().pid();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(JdbcClient.class)
    static class WithDatabase {

        @Bean
        OutboxQueue outboxQueue(MessageSender sender, JdbcClient jdbc) {
            return new OutboxQueue(sender, jdbc);
        }

        @Bean
        Outbox outbox(
                JdbcClient jdbc,
                MessageSender sender,
                MessageCodec codec,
                OutboxQueue queue,
                Clock clock) {
            return new Outbox(jdbc, sender, codec, queue, clock);
        }

        @Bean
        OutboxRelay outboxRelay(
                JdbcClient jdbc,
                PlatformTransactionManager transactions,
                MessageSender sender,
                MessagingProperties properties,
                Clock clock) {
            return new OutboxRelay(
                    jdbc, new TransactionTemplate(transactions), sender, properties, clock);
        }

        @Bean
        ConsumedMessages consumedMessages(
                JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
            return new ConsumedMessages(jdbc, new TransactionTemplate(transactions), clock);
        }
    }
}
