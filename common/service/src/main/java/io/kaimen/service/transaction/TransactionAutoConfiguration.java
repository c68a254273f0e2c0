package io.kaimen.service.transaction;

import com.xxl.job.core.handler.annotation.XxlJob;
import java.time.Duration;
import org.apache.seata.tm.TransactionManagerHolder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For services that take part in global transactions. */
@AutoConfiguration(
        afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnClass({TransactionManagerHolder.class, XxlJob.class})
@ConditionalOnBean(JdbcClient.class)
public class TransactionAutoConfiguration {

    /** Three times as long as a global transaction may take (10 s). */
    private static final Duration AGE = Duration.ofSeconds(30);

    @Bean
    SweepUndoLog sweepUndoLog(JdbcClient jdbc) {
        return new SweepUndoLog(jdbc, AGE);
    }
}
