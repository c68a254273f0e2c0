package io.kaimen.service.letters;

import io.kaimen.service.messaging.HandleOnce;
import io.kaimen.service.messaging.HandlersByGroup;
import io.kaimen.service.messaging.MessageCodec;
import io.kaimen.service.messaging.MessagingAutoConfiguration;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Dead letters for every service that consumes messages and has a database. */
@AutoConfiguration(
        after = MessagingAutoConfiguration.class,
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnBean({JdbcClient.class, HandlersByGroup.class})
public class LettersAutoConfiguration {

    private static final String SUFFIX = "-service";

    @Bean
    DeadLetters deadLetters(JdbcClient jdbc, Clock clock) {
        return new DeadLetters(jdbc, clock);
    }

    @Bean
    ReplayDeadLetter replayDeadLetter(
            DeadLetters letters,
            HandlersByGroup handlers,
            MessageCodec codec,
            HandleOnce handleOnce,
            PlatformTransactionManager transactions) {
        return new ReplayDeadLetter(
                letters, handlers, codec, handleOnce, new TransactionTemplate(transactions));
    }

    @Bean
    DeadLetterGauge deadLetterGauge(DeadLetters letters, HandlersByGroup handlers, Clock clock) {
        return new DeadLetterGauge(letters, handlers, clock);
    }

    @Bean
    @ConditionalOnWebApplication(type = Type.SERVLET)
    DeadLetterController deadLetterController(
            DeadLetters letters,
            ReplayDeadLetter replayDeadLetter,
            @Value("${spring.application.name}") String application) {
        String service =
                application.endsWith(SUFFIX)
                        ? application.substring(0, application.length() - SUFFIX.length())
                        : application;
        return new DeadLetterController(letters, replayDeadLetter, service);
    }
}
