package io.kaimen.service.jobs;

import com.xxl.job.core.executor.impl.XxlJobSpringExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Starts xxl-job's own executor; methods marked {@code @XxlJob} are its handlers. */
@AutoConfiguration
@ConditionalOnProperty({"kaimen.jobs.admin-addresses", "kaimen.jobs.port"})
@EnableConfigurationProperties(JobProperties.class)
public class JobsAutoConfiguration {

    private static final int LOG_RETENTION_DAYS = 7;

    @Bean
    XxlJobSpringExecutor xxlJobExecutor(
            JobProperties properties, @Value("${spring.application.name}") String service) {
        var executor = new XxlJobSpringExecutor();
        executor.setAdminAddresses(properties.adminAddresses());
        executor.setAccessToken(properties.accessToken());
        executor.setAppname(service.replace("-service", "-executor"));
        if (properties.ip() != null) {
            executor.setIp(properties.ip());
        }
        executor.setPort(properties.port());
        executor.setLogPath(properties.logPath());
        executor.setLogRetentionDays(LOG_RETENTION_DAYS);
        return executor;
    }
}
