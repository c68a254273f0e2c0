package io.kaimen.service.jobs;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of {@code kaimen.jobs}.
 *
 * @param adminAddresses base URLs of the xxl-job admin, comma separated; without them no executor
 *     starts
 * @param accessToken shared with the admin
 * @param ip where the admin reaches this executor; by default the machine's own
 * @param port the executor's port; a service without one has no jobs
 * @param logPath folder of job logs
 */
@ConfigurationProperties("kaimen.jobs")
public record JobProperties(
        @Nullable String adminAddresses,
        @Nullable String accessToken,
        @Nullable String ip,
        int port,
        @DefaultValue("logs/jobs") String logPath) {}
