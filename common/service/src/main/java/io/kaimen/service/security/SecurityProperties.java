package io.kaimen.service.security;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of {@code kaimen.security}.
 *
 * @param tokenSecret the HMAC key of all tokens: base64 of at least 32 random bytes, the same for
 *     all services; no default
 */
@Validated
@ConfigurationProperties("kaimen.security")
public record SecurityProperties(@NotBlank String tokenSecret) {}
